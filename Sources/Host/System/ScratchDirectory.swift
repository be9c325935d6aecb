internal import CLinux
internal import Core
internal import Glibc

/// A directory of this program's own, 0700, that is removed with all that is in it when the value goes out of use.
package struct ScratchDirectory: ~Copyable {
  let path: String
  private let directory: FileDescriptor

  /// What a place has to be good for.
  enum Use {
    case data
    /// Programs are started from there: a `noexec` mount does not do.
    case programs
  }

  /// Makes one in the first of `places` that takes it; nil where none does.
  static func make(in places: [String], for use: Use) throws(HostError) -> ScratchDirectory? {
    let name = "bringup-\(try Random.token())"
    for place in places {
      do throws(Errno) {
        if case .programs = use, isOnNoExecMount(place) { continue }
        let path = "\(place)/\(name)"
        try SystemCall.run { mkdir(path, 0o700) }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) }
        return ScratchDirectory(path: path, directory: FileDescriptor(owning: number))
      } catch {
        continue
      }
    }
    return nil
  }

  var number: Int32 { directory.number }

  private static func isOnNoExecMount(_ path: String) -> Bool {
    var information = statvfs()
    return statvfs(path, &information) == 0 && information.f_flag & UInt(clinux_mounted_noexec) != 0
  }

  // What cannot be removed stays as unreachable to others as it was.
  deinit {
    do throws(Errno) { try ScratchDirectory.empty(directory.number, depth: 0) } catch { return }
    rmdir(path)
  }

  /// Never goes into a mount, whose files are not this program's to remove: a mount point is busy, whatever is in it
  /// (rmdir(2)). All else is removed; the first error comes in the end.
  private static func empty(_ directory: Int32, depth: Int) throws(Errno) {
    guard depth < Limits.scratchDepth else { throw .tooManyLinks }
    var failure: Errno?
    for name in try DirectoryListing.names(of: FileDescriptor(owning: try open(".", in: directory))) {
      do throws(Errno) {
        try remove(String(decoding: name, as: UTF8.self), in: directory, depth: depth)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private static func remove(_ name: String, in directory: Int32, depth: Int) throws(Errno) {
    if unlinkat(directory, name, 0) == 0 || unlinkat(directory, name, AT_REMOVEDIR) == 0 { return }
    let error = Errno(errno)
    guard error == .notEmpty || error == .exists else { throw error }
    let inner = FileDescriptor(owning: try open(name, in: directory))
    try empty(inner.number, depth: depth + 1)
    try SystemCall.run { unlinkat(directory, name, AT_REMOVEDIR) }
  }

  private static func open(_ name: String, in directory: Int32) throws(Errno) -> Int32 {
    try SystemCall.run { clinux_openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0) }
  }
}
