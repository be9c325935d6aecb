internal import CLinux
internal import Core
internal import Glibc

/// A started program: leader of a process group of its own, whose exit status is still to be collected.
struct ChildProcess: ~Copyable {
  private let id: pid_t
  /// Readable once the process has ended (pidfd_open(2)); nil before Linux 5.3.
  private let handle: FileDescriptor?

  /// Starts `program` with `output` as its standard output and error.
  init(_ program: Program, output: borrowing FileDescriptor) throws(Program.Fault) {
    let process = try Spawn.start(program, output: output.number)
    id = process
    let number = clinux_pidfd_open(process)
    handle = number >= 0 ? FileDescriptor(owning: number) : nil
  }

  /// What to wait for, where the kernel has it.
  var descriptor: Int32? {
    switch handle {
    case .some(let handle): handle.number
    case .none: nil
    }
  }

  /// Whether it has ended. Its status is kept, so that the number stays its own, and its group's, until ``collect()``.
  func hasEnded() throws(Errno) -> Bool {
    var information = siginfo_t()
    try SystemCall.run { waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) }
    return information.si_signo == SIGCHLD
  }

  /// Sends `signal` to every process of the group. None being left is as good as done.
  func signalGroup(_ signal: Int32) {
    _ = kill(-id, signal)
  }

  /// How it ended; nil while it has not. It is gone afterwards.
  consuming func collect() throws(Errno) -> CommandDetails.End? {
    var status: Int32 = 0
    let id = self.id
    let collected = try SystemCall.run { waitpid(id, &status, WNOHANG) }
    guard collected == id else { return nil }
    if clinux_wifexited(status) != 0 { return .exited(clinux_wexitstatus(status)) }
    return .signalled(clinux_wtermsig(status))
  }
}
