/// Why bytes are not JSON, and where.
package struct JSONError: Swift.Error, Hashable, Sendable, CustomStringConvertible {
  /// The first character that cannot be; one past the end where text is missing.
  package let position: Position
  package let problem: JSONProblem

  /// `3:14: found "," where a value is due`
  package var description: String { "\(position.line):\(position.column): \(problem.sentence)" }
}

package enum JSONProblem: Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  case tooDeep
  case notUTF8
  case ended
  case expected(String, found: UInt8)
  case badNumber
  case numberOutOfRange
  case badEscape
  case controlCharacter(UInt8)
  case trailing

  package var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the JSON text has \(bytes) bytes; at most \(limit) are read"
    case .tooDeep: "JSON arrays and objects are nested more than \(Limits.jsonDepth) deep"
    case .notUTF8: "the text is not UTF-8"
    case .ended: "the text ends in the middle of a value"
    case .expected(let what, let found): "found \(Self.show(found)) where \(what) is due"
    case .badNumber: "the number is not written as JSON writes numbers; write e.g. 10, -0.5 or 1e9"
    case .numberOutOfRange: "the number is too large for a 64-bit float"
    case .badEscape: "the escape is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .controlCharacter(let byte): "the string holds \(Self.show(byte)) as it stands; write it as an escape"
    case .trailing: "more text follows the value"
    }
  }

  private static func show(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte) ? "'\(Unicode.Scalar(byte))'" : "byte 0x\(String(byte, radix: 16))"
  }
}
