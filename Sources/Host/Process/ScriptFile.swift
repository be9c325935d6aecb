internal import CLinux
internal import Core
internal import Glibc

/// A script written out to be executed: mode 0700, in a directory of its own that only root can enter. Both are removed
/// when the value goes out of use.
struct ScriptFile: ~Copyable {
  private let directory: String
  let path: String

  /// Where scripts are put: the first place that takes one. Both are gone after a reboot.
  static let places = ["/run/bringup", "/tmp"]

  /// Writes `content` under `name`, or under `script` where that is no name for a file.
  static func write(_ content: [UInt8], name: String, places: [String]) throws(HostError) -> ScriptFile {
    let directory = try makeDirectory(in: places)
    let name = ["", ".", ".."].contains(name) ? "script" : name
    let file = ScriptFile(directory: directory, path: "\(directory)/\(name)")
    do throws(Errno) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      let path = file.path
      let open = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0o700) })
      try open.write(content)
      // Still open for writing it could not be executed (ETXTBSY).
      try open.close()
    } catch {
      throw HostError("write", file.path, error)
    }
    return file
  }

  private static func makeDirectory(in places: [String]) throws(HostError) -> String {
    var refusal = HostError("make directory", said: "no place for scripts")
    for place in places {
      let directory = "\(place)/script-\(try Random.token())"
      do throws(Errno) {
        // What is made here is this program's own, whichever command comes first.
        if mkdir(place, 0o700) == -1, errno != EEXIST { throw Errno(errno) }
        try SystemCall.run { mkdir(directory, 0o700) }
        return directory
      } catch {
        refusal = HostError("make directory", directory, error)
      }
    }
    throw refusal
  }

  /// Whether files here cannot be executed (mount option `noexec`).
  var isOnNoExecMount: Bool {
    var information = statvfs()
    return statvfs(directory, &information) == 0 && information.f_flag & UInt(clinux_mounted_noexec) != 0
  }

  // What cannot be removed, such as what the script itself put there, stays as unreachable to others as it was.
  deinit {
    unlink(path)
    rmdir(directory)
  }
}
