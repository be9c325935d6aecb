internal import CLinux
package import Core
internal import Glibc

/// The last report of each kind, `/run/bringup/report.json` and `/run/bringup/preflight.json` of the root: for
/// `bringup report` and for other programs.
package enum ReportFile {
  package static let directory = "/run/bringup"

  package static func path(_ kind: ReportKind) -> String { "\(directory)/\(name(kind))" }

  private static func name(_ kind: ReportKind) -> String {
    switch kind {
    case .apply: "report.json"
    case .preflight: "preflight.json"
    }
  }

  /// Replaces the report. It is readable by root alone, like everything of this program's own.
  package static func write(
    _ bytes: [UInt8], as kind: ReportKind, in root: borrowing Root
  ) throws(HostError) {
    let (name, new) = (name(kind), "\(name(kind)).new")
    do throws(Errno) {
      try make("/run", mode: 0o755, in: root)
      try make(directory, mode: 0o700, in: root)
      let holder = try PrivateDirectory.openToWrite(directory, in: root)
      let number = holder.number
      try lock(holder)
      let file = try PrivateFile.replace(new, in: number)
      do throws(Errno) {
        try file.write(bytes)
        if root.sourceDate == nil { try makeNewest(file, among: number) }
        try file.date(root.sourceDate)
        try file.close()
        try SystemCall.run { renameat(number, new, number, name) }
      } catch {
        // Half a report is of no use, and the first error is the one to tell.
        _ = unlinkat(number, new, 0)
        throw error
      }
      try holder.date(root.sourceDate)
    } catch {
      throw HostError("write", path(kind), error)
    }
  }

  /// Dates the file just after the newest report, where that is of a future which the clock was set back from.
  private static func makeNewest(_ file: borrowing FileDescriptor, among holder: Int32) throws(Errno) {
    let number = file.number
    for kind in ReportKind.allCases {
      var other = stat()
      var own = stat()
      guard fstatat(holder, name(kind), &other, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      try SystemCall.run { fstat(number, &own) }
      let (theirs, ours) = (other.st_mtim, own.st_mtim)
      if (ours.tv_sec, ours.tv_nsec) > (theirs.tv_sec, theirs.tv_nsec) { continue }
      let times = [timespec(tv_sec: theirs.tv_sec + 1, tv_nsec: 0), timespec(tv_sec: theirs.tv_sec + 1, tv_nsec: 0)]
      try SystemCall.run { futimens(number, times) }
    }
  }

  /// The last report of the kind; nil where there is none.
  package static func read(_ kind: ReportKind, in root: borrowing Root) throws(HostError) -> [UInt8]? {
    guard let file = try open(kind, in: root) else { return nil }
    do throws(Errno) {
      return try file.readToEnd(limit: Limits.stateBytes)
    } catch {
      throw HostError("read", path(kind), error)
    }
  }

  /// The kind whose report was written last; nil where there is none.
  package static func newest(in root: borrowing Root) throws(HostError) -> ReportKind? {
    var newest: (kind: ReportKind, time: (seconds: Int, nanoseconds: Int))?
    for kind in ReportKind.allCases {
      guard let file = try open(kind, in: root) else { continue }
      let time = try written(file, kind)
      if let known = newest, known.time > time { continue }
      newest = (kind, time)
    }
    return newest?.kind
  }

  private static func open(_ kind: ReportKind, in root: borrowing Root) throws(HostError) -> FileDescriptor? {
    do throws(Errno) {
      return try root.openFile(path(kind))
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("read", path(kind), error)
    }
  }

  private static func written(
    _ file: borrowing FileDescriptor, _ kind: ReportKind
  ) throws(HostError) -> (seconds: Int, nanoseconds: Int) {
    var raw = stat()
    let number = file.number
    do throws(Errno) {
      try SystemCall.run { fstat(number, &raw) }
    } catch {
      throw HostError("stat", path(kind), error)
    }
    return (raw.st_mtim.tv_sec, raw.st_mtim.tv_nsec)
  }

  /// Two preflights may run at once, a timer's and a person's. The lock ends with the descriptor.
  private static func lock(_ holder: borrowing FileDescriptor) throws(Errno) {
    let number = holder.number
    for _ in 0..<200 {
      if flock(number, LOCK_EX | LOCK_NB) == 0 { return }
      let error = Errno(errno)
      guard error == .wouldBlock || error == .interrupted else { throw error }
      usleep(10_000)
    }
    throw .wouldBlock
  }

  private static func make(_ path: String, mode: UInt32, in root: borrowing Root) throws(Errno) {
    let (parent, name) = AbsolutePath.split(path)
    let holder = try root.openDirectory(parent)
    let number = holder.number
    do throws(Errno) {
      try SystemCall.run { mkdirat(number, name, mode) }
      try holder.date(root.sourceDate)
    } catch {
      if error != .exists { throw error }
    }
  }
}
