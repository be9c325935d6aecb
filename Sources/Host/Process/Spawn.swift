internal import CLinux
internal import Glibc

/// fork(2) and execve(2), with everything set that a child must not inherit by chance.
enum Spawn {
  /// The new process, which leads a session and a group of its own.
  static func start(_ program: Program, output: Int32) throws(Errno) -> pid_t {
    let arguments = [Array(program.path.utf8)] + program.arguments.map { Array($0.utf8) }
    return try withCStrings(arguments) { (arguments) throws(Errno) -> pid_t in
      try withCStrings(program.environment.entries) { (environment) throws(Errno) -> pid_t in
        // A script that was just written is busy (ETXTBSY) while a process that another thread has forked still holds it open
        // for writing: until that one has closed what it does not need.
        var tries = 100
        while true {
          var process: pid_t = 0
          let code = clinux_start(program.path, arguments, environment, program.directory, output, &process)
          if code == 0 { return process }
          tries -= 1
          guard code == ETXTBSY, tries > 0 else { throw Errno(code) }
          usleep(10_000)
        }
      }
    }
  }

  /// `strings` as C passes them: each ended by NUL, the list by a null pointer. One that holds a NUL is cut there.
  private static func withCStrings<Value>(
    _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) throws(Errno) -> Value
  ) throws(Errno) -> Value {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(bytes.count)
      bytes += string.map { CChar(bitPattern: $0) }
      bytes.append(0)
    }
    return try bytes.withUnsafeMutableBufferPointer { (buffer) throws(Errno) -> Value in
      try body(starts.map { buffer.baseAddress! + $0 } + [nil])
    }
  }
}
