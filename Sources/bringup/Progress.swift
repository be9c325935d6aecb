internal import Core
internal import Glibc
internal import Host

/// What takes its time, while it does: a line on the terminal that the next one overwrites, and the `STATUS=` of the service
/// that this process may be. Nothing at all where standard error is a pipe or a file.
struct Progress: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// `part`, from 0 to 1, is how much of it is done.
  func tell(_ work: String, part: Double?) {
    let percent = part.map { ": \(Int($0 * 100)) %" } ?? ""
    if isTerminal { write("\r\u{1B}[K\(Printable.escape(work))\(percent)") }
    if part == nil || part == 0 { tellManager { () throws(HostError) in try ServiceNotify.status(work) } }
  }

  /// The unit's start timeout must not end what has a time limit of its own.
  func extendTimeout(by length: Duration) {
    tellManager { () throws(HostError) in try ServiceNotify.extendTimeout(by: length + .seconds(60)) }
  }

  /// Takes the line away again.
  func end() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    // A terminal that takes no progress takes the report either; that is told then.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  /// That the manager cannot be told changes nothing about the checks; a timeout of the unit would be seen in its log.
  private func tellManager(_ body: () throws(HostError) -> Void) {
    do throws(HostError) { try body() } catch { write("bringup: \(error)\n") }
  }
}
