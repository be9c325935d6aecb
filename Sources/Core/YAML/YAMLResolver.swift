/// The type of plain text: the implicit resolvers of PyYAML's `Resolver`.
///
/// `0755` is an int, `08` a string, `22:22` an int, `1e3` a string, `on` a bool, `2024-01-01` a timestamp.
/// Like Python's `$`, each form may be followed by one line feed (plain text never is, `! |` text may be).
enum YAMLResolver {
  static func type(of text: String) -> YAMLType {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      return word(text)
    case UInt8(ascii: "~"): return isOne(of: ["~"], text) ? .null : .string
    case UInt8(ascii: "<"): return isOne(of: ["<<"], text) ? .merge : .string
    case UInt8(ascii: "="): return isOne(of: ["="], text) ? .value : .string
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return number(text)
    default: return .string
    }
  }

  private static func word(_ text: String) -> YAMLType {
    guard text.utf8.count <= 6 else { return .string }
    if isOne(of: nulls, text) { return .null }
    return isOne(of: bools, text) ? .bool : .string
  }

  private static let nulls = ["null", "Null", "NULL"]
  private static let bools = [
    "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off",
    "Off", "OFF",
  ]

  private static func isOne(of words: [String], _ text: String) -> Bool {
    guard text.utf8.count <= 6 else { return false }
    let bare = text.utf8.last == UInt8(ascii: "\n") ? text.utf8.dropLast() : text.utf8[...]
    return words.contains { $0.utf8.elementsEqual(bare) }
  }

  private static func number(_ text: String) -> YAMLType {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    let form = YAMLNumberForm(bytes)
    if form.isFloat { return .float }
    if form.isInt { return .int }
    if YAMLTimestampForm.isImplied(bytes) { return .timestamp }
    return .string
  }
}
