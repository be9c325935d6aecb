internal import Glibc

/// What runs a script.
enum ScriptShell: Hashable {
  case program(String, arguments: [String])
  /// Nothing can, and why.
  case none(String)

  /// By the first line. The interpreter is started as the kernel would start it, so that the file needs no run bit and may lie
  /// on a `noexec` mount.
  static func interpreter(of script: [UInt8]) -> ScriptShell {
    // As bash tells a program from a text.
    if script.prefix(while: { $0 != UInt8(ascii: "\n") }).contains(0) {
      return .none("the script is no text: its first line holds a NUL byte")
    }
    if let interpreter = Interpreter(of: script) {
      return .program(interpreter.path, arguments: interpreter.argument.map { [$0] } ?? [])
    }
    if script.starts(with: "#!".utf8) { return .none("the script's first line names no interpreter") }
    for shell in shells where isThere(shell) { return .program(shell, arguments: []) }
    return .none("there is no bash and no sh; begin the script with \"#!\" and its interpreter")
  }

  /// Where the kernel cannot tell, starting it will.
  private static func isThere(_ shell: String) -> Bool {
    do throws(Errno) {
      try SystemCall.run { access(shell, X_OK) }
      return true
    } catch {
      return ![.noEntry, .notADirectory, .accessDenied, .tooManyLinks].contains(error)
    }
  }

  private static let shells = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/sh"]
}
