internal import CLinux
internal import Glibc

/// Goes on copying the output of processes that a script left behind, when this program no longer can: it may become
/// another one, and they would end at their next line (SIGPIPE).
///
/// The copying process ends with the last of them. It is nobody's child but the first process's, in a session of its own.
enum Relay {
  static func start(from output: borrowing FileDescriptor, to descriptor: Int32) throws(Errno) {
    let number = output.number
    let process = try SystemCall.run { clinux_fork_relay(number, descriptor) }
    try SystemCall.run { waitpid(process, nil, 0) }
  }
}
