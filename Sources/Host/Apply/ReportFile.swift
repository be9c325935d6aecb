internal import CLinux
internal import Core
internal import Glibc

/// `/run/bringup/report.json` of the root: the last report, for `bringup report` and for other programs.
package enum ReportFile {
  package static let path = "/run/bringup/report.json"
  private static let directory = "/run/bringup"

  /// Replaces the report. It is readable by root alone, like everything of this program's own.
  package static func write(_ bytes: [UInt8], in root: borrowing Root) throws(HostError) {
    do throws(Errno) {
      try make("/run", mode: 0o755, in: root)
      try make(directory, mode: 0o700, in: root)
      let holder = try root.open(directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      let number = holder.number
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
      let file = FileDescriptor(
        owning: try SystemCall.run { clinux_openat(number, "report.json.new", flags, 0o600) })
      try file.write(bytes)
      try file.close()
      try SystemCall.run { renameat(number, "report.json.new", number, "report.json") }
    } catch {
      throw HostError("write", path, error)
    }
  }

  /// The last report; nil where there is none.
  package static func read(in root: borrowing Root) throws(HostError) -> [UInt8]? {
    do throws(Errno) {
      return try root.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY).readToEnd(limit: Limits.stateBytes)
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("read", path, error)
    }
  }

  private static func make(_ path: String, mode: UInt32, in root: borrowing Root) throws(Errno) {
    let (parent, name) = AbsolutePath.split(path)
    let holder = try root.openDirectory(parent)
    let number = holder.number
    do throws(Errno) {
      try SystemCall.run { mkdirat(number, name, mode) }
    } catch {
      if error != .exists { throw error }
    }
  }
}
