extension ExecLine {
  /// The line that makes systemd start a process with exactly these arguments, of which the first is the executable.
  ///
  /// `["/bin/echo", "100 %", "$HOME", ""]` is `/bin/echo "100 %%" $$HOME ""`.
  package static func quote(_ arguments: [String]) throws(UnitProblem) -> String {
    guard let executable = arguments.first else { throw .noExecutable }
    try Executable.checkLiteral(executable)
    var words: [String] = []
    for argument in arguments {
      let dollars = argument.utf8.flatMap { $0 == UInt8(ascii: "$") ? [$0, $0] : [$0] }
      words.append(try WordQuote.quote(Specifiers.escape(String(decoding: dollars, as: UTF8.self))))
    }
    return words.joined(separator: " ")
  }
}

/// Quotes and escapes that make systemd read a text as one word (systemd.syntax(7), "QUOTING").
enum WordQuote {
  /// Plain words stay bare; the others come between double quotes, control characters as C escapes.
  static func quote(_ text: String) throws(UnitProblem) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": throw .holdsNUL
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x\(scalar.value < 0x10 ? "0" : "")\(String(scalar.value, radix: 16))"
      case _ where !UnitText.isValid(scalar): throw .notUTF8
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "%+,-./:=@_$".utf8.contains(byte)
  }
}
