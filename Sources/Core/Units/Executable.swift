/// What systemd takes for the executable of a command: an absolute path, or a name that it looks up in the directories
/// it was built with (systemd.service(5)).
package enum Executable {
  /// Why a text is none.
  package enum Fault: Hashable, Sendable {
    case relative
    case directory
    case tooLong
    /// A quote, a backslash or a control character, which systemd refuses in paths of executables.
    case specialCharacter
    /// The list form has no prefixes: `-` before a name would be taken for one.
    case startsWithPrefix
    /// systemd would put `$$` into the path as it stands, and `$` may name a variable.
    case dollar
    /// `.` or `..`.
    case dots

    /// The rest of a sentence that begins with the executable.
    var sentence: String {
      switch self {
      case .relative: "is a relative path; write an absolute one"
      case .directory: "is a directory, by the slash at its end"
      case .tooLong: "is longer than a path can be"
      case .specialCharacter: "holds a quote, a backslash or a control character, which systemd refuses"
      case .startsWithPrefix: "starts with a character that is special in command lines; write an absolute path"
      case .dollar: "holds a \"$\", which systemd does not take in executables"
      case .dots: "is a directory"
      }
    }
  }

  /// `path` is without quotes, escapes and prefixes.
  static func check(_ path: [UInt8]) throws(UnitProblem) {
    guard !path.isEmpty else { throw .noExecutable }
    let text = try checkCharacters(path)
    if let fault = fault(text) { throw .badExecutable(text, fault) }
  }

  /// The path as text, where each of its characters may stand in one.
  @discardableResult
  static func checkCharacters(_ path: [UInt8]) throws(UnitProblem) -> String {
    guard let text = UnitText.decode(path) else { throw .notUTF8 }
    if path.contains(where: { ASCII.isControl($0) || "\"'\\".utf8.contains($0) }) {
      throw .badExecutable(text, .specialCharacter)
    }
    return text
  }

  /// What is wrong with an executable in the list form, where every character stands for itself.
  static func checkLiteral(_ path: String) throws(UnitProblem) {
    try check(Array(path.utf8))
    if let first = path.utf8.first, "@-:+!|;".utf8.contains(first) { throw .badExecutable(path, .startsWithPrefix) }
    if path.utf8.contains(UInt8(ascii: "$")) { throw .badExecutable(path, .dollar) }
  }

  private static func fault(_ path: String) -> Fault? {
    let bytes = path.utf8
    if bytes.last == UInt8(ascii: "/") { return .directory }
    let components = bytes.split(separator: UInt8(ascii: "/"))
    if bytes.count >= 4096 || components.contains(where: { $0.count > 255 }) { return .tooLong }
    if bytes.first == UInt8(ascii: "/") { return nil }
    if bytes.contains(UInt8(ascii: "/")) { return .relative }
    return path == "." || path == ".." ? .dots : nil
  }
}
