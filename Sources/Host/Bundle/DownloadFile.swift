internal import CLinux
internal import Glibc

/// A name for another program to write to, in a directory of its own that only this user can enter. Both are removed when the
/// value goes out of use.
struct DownloadFile: ~Copyable {
  private let directory: String
  let path: String

  init(in place: String) throws(HostError) {
    let directory = "\(place)/bringup-\(try Random.token())"
    do throws(Errno) {
      try SystemCall.run { mkdir(directory, 0o700) }
    } catch {
      throw HostError("make directory", directory, error)
    }
    self.directory = directory
    path = "\(directory)/body"
  }

  deinit {
    unlink(path)
    rmdir(directory)
  }

  /// What was written; nothing where no file was made.
  borrowing func read(limit: Int) throws(Errno) -> [UInt8] {
    do throws(Errno) {
      let path = self.path
      let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0) }
      return try FileDescriptor(owning: number).readToEnd(limit: limit)
    } catch {
      if error == .noEntry { return [] }
      throw error
    }
  }
}
