/// `repr()` of Python's `str` and `bytes`.
enum PythonQuote {
  /// In single quotes, or in double ones where the text holds single but no double quotes.
  static func text(_ text: String) -> String {
    let quote = quote(holdsSingle: text.utf8.contains(0x27), holdsDouble: text.utf8.contains(0x22))
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in text.unicodeScalars {
      if scalar == quote || scalar == "\\" {
        result.append(contentsOf: ["\\", scalar])
      } else if isPrintable(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(scalar.value).unicodeScalars)
      }
    }
    result.append(quote)
    return String(result)
  }

  static func bytes(_ data: [UInt8]) -> String {
    let quote = quote(holdsSingle: data.contains(0x27), holdsDouble: data.contains(0x22))
    var result = "b"
    result.unicodeScalars.append(quote)
    for byte in data {
      let scalar = Unicode.Scalar(byte)
      if scalar == quote || scalar == "\\" {
        result.unicodeScalars.append(contentsOf: ["\\", scalar])
      } else if (0x20..<0x7F).contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        result += escape(UInt32(byte))
      }
    }
    result.unicodeScalars.append(quote)
    return result
  }

  private static func quote(holdsSingle: Bool, holdsDouble: Bool) -> Unicode.Scalar {
    holdsSingle && !holdsDouble ? "\"" : "'"
  }

  private static func escape(_ value: UInt32) -> String {
    switch value {
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case ..<0x100: return "\\x" + hex(value, width: 2)
    case ..<0x10000: return "\\u" + hex(value, width: 4)
    default: return "\\U" + hex(value, width: 8)
    }
  }

  private static func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// `str.isprintable()` of Python 3.11, whose tables are those of Unicode 14: what came later is unassigned to it.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default:
      return scalar.properties.age.map { $0.major <= 14 } ?? false
    }
  }
}
