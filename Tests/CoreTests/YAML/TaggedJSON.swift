import Core
import Foundation
import Testing

/// A YAML value as the recorded cases have it: JSON, with a tag for each type that JSON has none for.
indirect enum TaggedJSON: Hashable, CustomStringConvertible {
  case null
  case bool(Bool)
  /// By code points; Swift's own equality takes `é` for `e` and an accent.
  case string([UInt32])
  case tag(String, String)
  case list([TaggedJSON])
  case set(Set<TaggedJSON>)
  case map([[TaggedJSON]])

  /// How the cases write a float.
  enum FloatForm {
    /// `1.5`, as Python prints it.
    case repr
    /// The sixteen hexadecimal digits of its bits.
    case bits
  }

  init(_ node: YAMLNode?, floats: FloatForm) {
    guard let node else {
      self = .null
      return
    }
    let nested = { (node: YAMLNode) in TaggedJSON(node, floats: floats) }
    self =
      switch node.value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .tag("!int", number.description)
      case .float(let number): .tag("!float", Self.text(of: number, floats))
      case .string(let text): Self.text(text)
      case .binary(let data):
        .tag(
          "!binary",
          floats == .bits ? data.map { String(format: "%02x", $0) }.joined() : Data(data).base64EncodedString())
      case .timestamp(let iso): .tag("!timestamp", iso)
      case .sequence(let items): .list(items.map(nested))
      case .set(let items): .set(Set(items.map(nested)))
      case .mapping(let mapping): .map(mapping.entries.map { [nested($0.key), nested($0.value)] })
      }
  }

  /// `json` is what JSONSerialization made.
  init(json: Any) throws {
    switch json {
    case is NSNull: self = .null
    case let number as NSNumber: self = .bool(number.boolValue)
    case let text as String: self = Self.text(text)
    case let items as [Any]: self = .list(try items.map { try TaggedJSON(json: $0) })
    case let object as [String: Any]:
      let (tag, content) = try #require(object.first)
      switch (tag, content) {
      case ("!map", let pairs as [[Any]]): self = .map(try pairs.map { try $0.map { try TaggedJSON(json: $0) } })
      case ("!set", let items as [Any]): self = .set(Set(try items.map { try TaggedJSON(json: $0) }))
      case (_, let text as String): self = .tag(tag, text)
      default: throw CocoaError(.coderInvalidValue)
      }
    default: throw CocoaError(.coderInvalidValue)
    }
  }

  private static func text(_ text: String) -> TaggedJSON { .string(text.unicodeScalars.map(\.value)) }

  private static func text(of number: Double, _ form: FloatForm) -> String {
    if number.isNaN { return "nan" }
    switch form {
    case .repr: return number.isInfinite ? (number < 0 ? "-inf" : "inf") : number.description
    case .bits: return String(format: "%016lx", number.bitPattern)
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .string(let points):
      "\"" + points.map { Unicode.Scalar($0).map { $0.escaped(asASCII: true) } ?? "?" }.joined() + "\""
    case .tag(let tag, let text): "\(tag) \(text)"
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .set(let items): "set(" + items.map(\.description).sorted().joined(separator: ", ") + ")"
    case .map(let pairs): "{" + pairs.map { "\($0[0]): \($0[1])" }.joined(separator: ", ") + "}"
    }
  }
}
