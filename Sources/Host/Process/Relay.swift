internal import CLinux
internal import Glibc

/// Goes on reading the output of processes that a script left behind, when this program no longer can: it may become
/// another one, and they would end at their next line (SIGPIPE).
///
/// The reading process ends with the last of them. It is nobody's child but the first process's, in a session of its own.
enum Relay {
  /// Writes `rest` to `descriptor`, and then what comes from `output`, where there is one. Without `descriptor` it is
  /// read all the same, and goes nowhere.
  static func start(_ rest: [UInt8], from output: Int32?, to descriptor: Int32?) throws(Errno) {
    let process = try SystemCall.run { clinux_fork_relay(output ?? -1, descriptor ?? -1, rest, rest.count) }
    try SystemCall.run { waitpid(process, nil, 0) }
  }
}
