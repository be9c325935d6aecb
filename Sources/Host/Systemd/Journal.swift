package import Core

/// The node's journal.
package enum Journal {
  package static let socket = "/run/systemd/journal/socket"

  /// Sends `entries`, one datagram each. Where there is no journal nothing happens; where it does not take them all within
  /// `patience`, the rest is dropped and the error says so.
  ///
  /// Not by sd_journal_sendv(3): that waits without end while journald is stopped and its queue is full.
  package static func send(
    _ entries: [JournalEntry], to path: String = Journal.socket, patience: Duration = .seconds(1)
  ) throws(HostError) {
    guard !entries.isEmpty else { return }
    do throws(Errno) {
      guard let journal = try connect(to: path) else { return }
      let deadline = MonotonicTime.now + patience
      for entry in entries { try journal.send(entry.datagram, until: deadline) }
    } catch {
      throw HostError("write to journal", path, error)
    }
  }

  /// Nil where nobody listens.
  private static func connect(to path: String) throws(Errno) -> Datagrams? {
    do throws(Errno) {
      return try Datagrams(to: UnixAddress(path))
    } catch {
      if error == .noEntry || error == .notADirectory || error == .connectionRefused { return nil }
      throw error
    }
  }
}
