internal import CLinux
internal import Glibc

/// The first process of a PID namespace, as in a container: no signal reaches it that it does not handle
/// (pid_namespaces(7)).
package enum FirstProcess {
  /// While `body` runs, the signals that an ``Interrupt`` holds back end it as they end any other process, with the status
  /// that shells have for that. Ignored ones stay so.
  package static func endsBySignals<Value, Failure>(
    during body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard getpid() == 1 else { return try body() }
    let signals = Interrupt.signals.filter { clinux_ignores($0) == 0 }
    for number in signals { signal(number) { _exit(128 + $0) } }
    defer { for number in signals { signal(number, SIG_DFL) } }
    return try body()
  }
}
