internal import CLinux
package import Core
internal import Glibc

extension SourceDate {
  /// What `SOURCE_DATE_EPOCH` says; nil where it is not set, or empty.
  package static func of(_ environment: Environment) throws(HostError) -> SourceDate? {
    guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else { return nil }
    if let date = SourceDate(text) { return date }
    throw HostError(
      "read SOURCE_DATE_EPOCH",
      said: "\(Printable.quote(text)) is not a number of seconds since 1970; write e.g. 1700000000")
  }

  /// Access and modification.
  fileprivate var times: [timespec] {
    Array(repeating: timespec(tv_sec: Int(timestamp.seconds), tv_nsec: 0), count: 2)
  }
}

extension FileDescriptor {
  /// Sets the times of a file that was just made; nil leaves them.
  borrowing func date(_ date: SourceDate?) throws(Errno) {
    guard let times = date?.times else { return }
    let number = self.number
    try SystemCall.run { futimens(number, times) }
  }
}

extension Root {
  /// Sets the times of the directories `paths`, of which one that is gone is passed over. Without a source date nothing is
  /// done.
  borrowing func date(_ paths: [String]) throws(HostError) {
    guard sourceDate != nil else { return }
    for path in paths {
      do throws(Errno) {
        try openDirectory(path).date(sourceDate)
      } catch {
        if error == .noEntry || error == .notADirectory { continue }
        throw HostError("set times of", path, error)
      }
    }
  }

  /// The same for all that is in the directory `path`, directories in it included, and then for itself.
  borrowing func dateTree(_ path: String) throws(HostError) {
    guard let times = sourceDate?.times else { return }
    var directories = [path]
    var next = 0
    while next < directories.count {
      directories += try dateEntries(of: directories[next], times)
      next += 1
    }
    try date(directories)
  }

  /// Returns the directories among them.
  private borrowing func dateEntries(of path: String, _ times: [timespec]) throws(HostError) -> [String] {
    do throws(Errno) {
      let directory = try openDirectory(path)
      let number = directory.number
      var directories: [String] = []
      for bytes in try DirectoryListing.names(of: try openDirectory(path)) {
        let name = String(decoding: bytes, as: UTF8.self)
        var raw = stat()
        try SystemCall.run { fstatat(number, name, &raw, AT_SYMLINK_NOFOLLOW) }
        if FileStatus(raw).kind == .directory { directories.append("\(path)/\(name)") }
        try SystemCall.run { utimensat(number, name, times, AT_SYMLINK_NOFOLLOW) }
      }
      return directories
    } catch {
      throw HostError("set times in", path, error)
    }
  }
}
