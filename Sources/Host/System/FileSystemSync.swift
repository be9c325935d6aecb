internal import CLinux
internal import Core
internal import Glibc

/// Making what was written durable.
enum FileSystemSync {
  /// Writes out everything of the file system that holds the directory `path` (syncfs(2)).
  static func synchronizeFileSystem(of path: String, in root: borrowing Root) throws(HostError) {
    do throws(Errno) {
      try synchronizeFileSystem(of: try root.openDirectory(path))
    } catch {
      throw HostError("synchronize file system of", path, error)
    }
  }

  /// The same of an open directory.
  static func synchronizeFileSystem(of directory: borrowing FileDescriptor) throws(Errno) {
    let number = directory.number
    do throws(Errno) {
      try SystemCall.run { syncfs(number) }
    } catch {
      guard error.isMissingCall else { throw error }
      // For all file systems, but there has always been this one.
      sync()
    }
  }

  /// Makes the names in the directory `path` durable (fsync(2) on the directory).
  static func synchronizeDirectory(_ path: String, in root: borrowing Root) throws(HostError) {
    do throws(Errno) {
      try root.openDirectory(path).synchronize()
    } catch {
      // A file system that cannot synchronize directories (EINVAL) orders them itself.
      if error == .invalid { return }
      throw HostError("synchronize directory", path, error)
    }
  }
}
