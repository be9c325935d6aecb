internal import Core
internal import Glibc
internal import Host

/// The three descriptors that a program starts with.
enum StandardStreams {
  /// Fills those that are closed, so that no file this program opens later becomes its standard output. The filler of an
  /// output cannot be written to: what would have gone there is an error that is seen.
  static func fillGaps() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is the one that was found closed.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes `output`; the status to exit with, which is a failure where it could not be written.
  ///
  /// A reader that has gone away (`bringup plan | head`) is no failure: it has what it wanted. SIGPIPE is ignored only
  /// here, so that no program this one starts inherits that.
  static func write(_ output: CommandOutput) -> ExitStatus {
    signal(SIGPIPE, SIG_IGN)
    _ = send(output.standardError, to: STDERR_FILENO)
    guard let error = send(output.standardOutput, to: STDOUT_FILENO), error.code != EPIPE else { return output.status }
    _ = send(Array("bringup: write standard output: \(error)\n".utf8), to: STDERR_FILENO)
    return output.status == .done ? .failed : output.status
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
  private static func send(_ bytes: [UInt8], to number: Int32) -> Errno? {
    let descriptor = FileDescriptor(owning: number)
    var failure: Errno?
    do throws(Errno) {
      try descriptor.write(bytes)
    } catch {
      failure = error
    }
    _ = descriptor.release()
    return failure
  }
}
