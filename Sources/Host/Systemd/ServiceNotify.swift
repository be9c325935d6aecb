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
    // What was said on the socket of somebody else's service would be refused, or taken for its own.
    guard OwnService.isStarter else { return }
    // 0 is no NOTIFY_SOCKET: not a service, or not one that may speak.
    let result = sd_notify(0, message)
    if result < 0 { throw HostError("notify", "systemd", Errno(-result)) }
  }
}
