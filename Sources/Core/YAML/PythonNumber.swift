/// What Python's `int()` and `float()` accept in text beyond ASCII digits.
enum PythonNumber {
  /// Without the white space around it (`str.isspace`).
  static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var rest = text.drop(while: PythonText.isSpace)
    while let last = rest.last, PythonText.isSpace(last) { rest.removeLast() }
    return rest
  }

  /// The value of a decimal digit of any script, or of a letter as a digit above 9.
  static func digit(_ scalar: Unicode.Scalar) -> UInt64? {
    switch scalar {
    case "0"..."9": UInt64(scalar.value - 0x30)
    case "a"..."f": UInt64(scalar.value - 0x61 + 10)
    case "A"..."F": UInt64(scalar.value - 0x41 + 10)
    default:
      scalar.properties.numericType == .decimal ? scalar.properties.numericValue.map { UInt64($0) } : nil
    }
  }
}
