internal import Core
internal import Glibc
internal import Host

/// The three descriptors that a program starts with.
enum StandardStreams {
  /// Writes `output`; the status to exit with, which is a failure where it could not be written.
  ///
  /// A reader that has gone away (`bringup plan | head`) is no failure: it has what it wanted. SIGPIPE is ignored only
  /// here, so that no program this one starts inherits that.
  static func write(_ output: CommandOutput) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    _ = send(output.standardError, to: STDERR_FILENO)
    let status = output.shellStatus ?? output.status.rawValue
    guard let error = send(output.standardOutput, to: STDOUT_FILENO), error.code != EPIPE else { return status }
    _ = send(Array("bringup: write standard output: \(error)\n".utf8), to: STDERR_FILENO)
    return status == ExitStatus.done.rawValue ? ExitStatus.failed.rawValue : status
  }

  /// A line of a log that is written while things happen, which waits for nobody. Where standard error takes none, there is nobody
  /// to tell.
  static func log(_ line: String) {
    _ = send(Array("\(line)\n".utf8), to: STDERR_FILENO, patience: .zero)
  }

  /// Writes what cannot wait for the end to standard output. That it could not be written shows at the end, where the rest
  /// cannot be either.
  static func announce(_ bytes: [UInt8]) {
    signal(SIGPIPE, SIG_IGN)
    _ = send(bytes, to: STDOUT_FILENO)
    signal(SIGPIPE, SIG_DFL)
  }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Nil where all was written. The descriptor stays open.
  private static func send(
    _ bytes: [UInt8], to number: Int32, patience: Duration = .seconds(60)
  ) -> Errno? {
    let descriptor = FileDescriptor(owning: number)
    var failure: Errno?
    do throws(Errno) {
      try descriptor.write(bytes, patience: patience)
    } catch {
      failure = error
    }
    _ = descriptor.release()
    return failure
  }
}
