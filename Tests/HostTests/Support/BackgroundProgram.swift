import Core
import Glibc

@testable import Host

/// A program that runs beside a test, without output, and is killed at the end.
///
/// Not Foundation's `Process`: its children inherit descriptors of one another, by which it then waits for the wrong one.
final class BackgroundProgram {
  let process: pid_t

  init(_ path: String, _ arguments: [String], environment: Environment = [:]) throws {
    var program = Program(path, environment: environment, timeLimit: .seconds(60))
    program.arguments = arguments
    let output = FileDescriptor(owning: try SystemCall.run { open("/dev/null", O_WRONLY | O_CLOEXEC) })
    process = try Spawn.start(program, output: output.number)
  }

  deinit {
    for child in children { kill(child, SIGKILL) }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// The programs that it started itself.
  var children: [pid_t] {
    let path = "/proc/\(process)/task/\(process)/children"
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    guard fgets(&line, Int32(line.count), file) != nil else { return [] }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: " ").compactMap { pid_t($0) }
  }
}
