internal import Glibc

/// What runs a script.
enum ScriptShell: Hashable {
  case interpreter(Interpreter)
  /// Nothing can, and why.
  case none(String)

  /// By the first line. The interpreter is started as the kernel would start it, so that the file needs no run bit and may lie
  /// on a `noexec` mount.
  static func interpreter(of script: [UInt8]) -> ScriptShell {
    // As bash tells a program from a text.
    if script.prefix(while: { $0 != UInt8(ascii: "\n") }).contains(0) {
      return .none("the script is no text: its first line holds a NUL byte")
    }
    if let interpreter = Interpreter(of: script) { return .interpreter(interpreter) }
    if script.starts(with: "#!".utf8) { return .none("the script's first line names no interpreter") }
    return shell()
  }

  /// The first that is there. One of which the kernel cannot tell is the last resort: starting it will.
  private static func shell() -> ScriptShell {
    var untold: String?
    var denied: String?
    for shell in shells {
      do throws(Errno) {
        try SystemCall.run { access(shell, X_OK) }
        return .interpreter(Interpreter(path: shell))
      } catch {
        switch error {
        case .noEntry, .notADirectory: continue
        case .accessDenied, .tooManyLinks: denied = denied ?? "\(shell): \(error)"
        case _: untold = untold ?? shell
        }
      }
    }
    if let untold { return .interpreter(Interpreter(path: untold)) }
    let why = denied.map { "no bash and no sh can be run (\($0))" } ?? "there is no bash and no sh"
    return .none("\(why); begin the script with \"#!\" and its interpreter")
  }

  private static let shells = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/sh"]
}
