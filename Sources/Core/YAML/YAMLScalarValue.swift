/// The value of a scalar's text, its type being known.
enum YAMLScalarValue {
  /// A bare `<<` or `=` is text here: as a key it may stand.
  static func value(of text: String, as type: YAMLType) throws(YAMLProblem) -> YAMLValue {
    switch type {
    case .bool:
      guard let flag = flag(text) else { throw .notA("a boolean", text: text) }
      return .bool(flag)
    case .int:
      do {
        return .int(try YAMLInteger(yaml: text))
      } catch {
        switch error {
        case .notAnInteger: throw .notA("an integer", text: text)
        case .tooManyDigits: throw .tooManyDigits
        }
      }
    case .float:
      guard let number = YAMLFloat.value(of: text) else { throw .notA("a number", text: text) }
      return .float(number)
    case .binary:
      guard let data = binary(text) else { throw .notA("base64", text: text) }
      return .binary(data)
    case .timestamp:
      let bytes = text.utf8.last == UInt8(ascii: "\n") ? text.utf8.dropLast() : text.utf8[...]
      guard let timestamp = YAMLTimestamp(bytes) else { throw .notA("a date that exists", text: text) }
      return .timestamp(timestamp.isoFormat)
    case .null: return .null
    case .string, .merge, .value: return .string(text)
    case .omap, .pairs, .set, .sequence, .mapping:
      throw .tagOfOtherKind(tag: YAMLTag.type(type).written, found: "text")
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }

  /// Python's `base64.decodebytes`: what is no base64 character is passed over, missing padding is an error.
  private static func binary(_ text: String) -> [UInt8]? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let digits = text.utf8.filter { ASCII.isAlphanumeric($0) || "+/=".utf8.contains($0) }
    guard let decoded = Base64.decodeMIME(digits[...]), decoded.fault == nil else { return nil }
    return decoded.content
  }
}
