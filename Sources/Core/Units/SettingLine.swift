/// A value that is to stand on one line of a unit file.
enum SettingLine {
  /// `text` without white space at its ends, as systemd would take it off. What would end the line, go on to the next
  /// one, or make systemd skip it is an error: no value can smuggle in a line of its own.
  static func text(_ text: String) throws(UnitProblem) -> String {
    let bytes = UnitText.trimmed(Array(text.utf8)[...])
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw .severalLines
      case 0: throw .holdsNUL
      default: break
      }
    }
    guard !UnitText.isContinued(bytes) else { throw .endsInBackslash }
    guard let line = UnitText.decode(bytes) else { throw .notUTF8 }
    return line
  }
}
