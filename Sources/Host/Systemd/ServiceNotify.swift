internal import CSystemd
internal import Core
internal import Glibc

/// What the service manager is told of this run where it is a service of its own (sd_notify(3)).
package enum ServiceNotify {
  /// Shows `status`, one line, in `systemctl status`.
  package static func status(_ status: String) throws(HostError) {
    try send("STATUS=\(Printable.escape(status))")
  }

  /// Has the manager wait for `length` from now on, whatever the unit's start timeout is. To be said again before that is
  /// over.
  package static func extendTimeout(by length: Duration) throws(HostError) {
    try send("EXTEND_TIMEOUT_USEC=\(length.microseconds)")
  }

  package static func ready() throws(HostError) {
    try send("READY=1")
  }

  private static func send(_ message: String) throws(HostError) {
    guard isOwnService() else { return }
    // 0 is no NOTIFY_SOCKET: not a service, or not one that may speak.
    let result = sd_notify(0, message)
    if result < 0 { throw HostError("notify", "systemd", Errno(-result)) }
  }

  /// A command that cloud-init runs inherits the socket of cloud-init's service: what it said there would be refused, or
  /// taken for cloud-init's own. systemd tells the process that it starts itself by SYSTEMD_EXEC_PID (from 248 on).
  private static func isOwnService() -> Bool {
    guard let process = Environment.current()["SYSTEMD_EXEC_PID"] else { return true }
    return process == String(getpid())
  }
}
