internal import Core

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

  /// Not by sd_notify(3): that waits without end while the manager is stopped and its queue is full.
  private static func send(_ message: String) throws(HostError) {
    // What was said on the socket of somebody else's service would be refused, or taken for its own.
    guard OwnService.isStarter, let socket = Environment.current()["NOTIFY_SOCKET"] else { return }
    do throws(Errno) {
      try Datagrams(to: UnixAddress(notifySocket: socket)).send(
        Array(message.utf8), until: MonotonicTime.now + .seconds(1))
    } catch {
      throw HostError("notify", "systemd", error)
    }
  }
}
