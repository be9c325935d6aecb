internal import CLinux
internal import Glibc

/// fork(2) and execve(2), with everything set that a child must not inherit by chance.
enum Spawn {
  /// The new process, which leads a session and a group of its own.
  static func start(_ program: Program, output: Int32) throws(Errno) -> pid_t {
    let arguments = [Array(program.path.utf8)] + program.arguments.map { Array($0.utf8) }
    var process: pid_t = 0
    let code = withCStrings(arguments) { arguments in
      withCStrings(program.environment.entries) { environment in
        clinux_start(program.path, arguments, environment, program.directory, output, &process)
      }
    }
    if code != 0 { throw Errno(code) }
    return process
  }

  /// `strings` as C passes them: each ended by NUL, the list by a null pointer. One that holds a NUL is cut there.
  private static func withCStrings<Value>(
    _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(bytes.count)
      bytes += string.map { CChar(bitPattern: $0) }
      bytes.append(0)
    }
    return bytes.withUnsafeMutableBufferPointer { buffer in
      body(starts.map { buffer.baseAddress! + $0 } + [nil])
    }
  }
}
