package import Core
internal import Glibc

/// What a process becomes by execve(2).
package struct ProcessImage: Sendable {
  package let path: String
  /// With the zeroth, which is the program's own name.
  package let arguments: [[UInt8]]
  package let environment: Environment

  private let shell = "/bin/sh"

  package init(path: String, arguments: [[UInt8]], environment: Environment) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
  }

  /// Replaces this process. Returns only where the kernel refuses.
  ///
  /// A file in no format that the kernel knows is taken for a script of sh, as execvp(3) and every shell does.
  package func takeOver() -> CommandFault {
    var error = execute(path, arguments)
    if error == .notExecutable {
      error = execute(shell, [Array(shell.utf8), Array(path.utf8)] + arguments.dropFirst())
    }
    return .notExecutable(path: path, explain(error))
  }

  private func execute(_ path: String, _ arguments: [[UInt8]]) -> Errno {
    CStrings.with(arguments) { arguments in
      CStrings.with(environment.entries) { environment in
        _ = execve(path, arguments, environment)
        return Errno(errno)
      }
    }
  }

  /// The file is known to be there: what does not exist is what it needs.
  private func explain(_ error: Errno) -> String {
    switch error {
    case .noEntry: "its interpreter does not exist"
    case .notExecutable: "it is no program, and there is no /bin/sh to run it as a script"
    default: error.description
    }
  }
}
