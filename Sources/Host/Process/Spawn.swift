internal import CLinux
internal import Glibc

/// fork(2) and execve(2), with everything set that a child must not inherit by chance.
enum Spawn {
  /// The new process, which leads a session and a group of its own.
  static func start(_ program: Program, output: Int32) throws(Program.Fault) -> pid_t {
    let arguments = [Array(program.path.utf8)] + program.arguments.map { Array($0.utf8) }
    return try CStrings.with(arguments) { (arguments) throws(Program.Fault) -> pid_t in
      try CStrings.with(program.environment.entries) { (environment) throws(Program.Fault) -> pid_t in
        // A script that was just written is busy (ETXTBSY) while a process that another thread has forked still holds it open
        // for writing: until that one has closed what it does not need.
        var tries = 100
        while true {
          var process: pid_t = 0
          let code = clinux_start(program.path, arguments, environment, program.directory, output, &process)
          if code == 0 { return process }
          if code < 0 { throw .unwatchable(Errno(-code)) }
          tries -= 1
          guard code == ETXTBSY, tries > 0 else { throw .refused(Errno(code)) }
          usleep(10_000)
        }
      }
    }
  }
}
