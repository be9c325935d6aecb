package import Core
internal import Glibc

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
      for entry in entries { try send(entry.datagram, to: journal, until: deadline) }
    } catch {
      throw HostError("write to journal", path, error)
    }
  }

  /// Nil where nobody listens.
  private static func connect(to path: String) throws(Errno) -> FileDescriptor? {
    let address = try UnixAddress(path)
    let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let journal = FileDescriptor(owning: try SystemCall.run { Glibc.socket(AF_UNIX, kind, 0) })
    let number = journal.number
    do throws(Errno) {
      try SystemCall.run { address.with { Glibc.connect(number, $0, $1) } }
    } catch {
      if error == .noEntry || error == .notADirectory || error == .connectionRefused { return nil }
      throw error
    }
    return journal
  }

  private static func send(
    _ datagram: [UInt8], to journal: borrowing FileDescriptor, until deadline: MonotonicTime
  ) throws(Errno) {
    let number = journal.number
    while true {
      do throws(Errno) {
        try SystemCall.run { Glibc.send(number, datagram, datagram.count, Int32(MSG_NOSIGNAL)) }
        return
      } catch {
        guard error == .wouldBlock else { throw error }
        guard try Poll.wait(for: .writable(number), until: deadline) else { throw .timedOut }
      }
    }
  }
}
