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
    if let shell = shell() { return .program(shell, arguments: []) }
    return .none("there is no bash and no sh; begin the script with \"#!\" and its interpreter")
  }

  /// The first that is there. One of which the kernel cannot tell is the last resort: starting it will.
  private static func shell() -> String? {
    var untold: String?
    for shell in shells {
      do throws(Errno) {
        try SystemCall.run { access(shell, X_OK) }
        return shell
      } catch {
        if [.noEntry, .notADirectory, .accessDenied, .tooManyLinks].contains(error) { continue }
        untold = untold ?? shell
      }
    }
    return untold
  }

  private static let shells = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/sh"]
}
