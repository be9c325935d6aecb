internal import CLinux
internal import Glibc

/// Whether this process sees another root than process 1, as in the chroot of an image build.
enum Chroot {
  /// False where it cannot be told: `/proc` is not mounted, or process 1 is not ours to look at. Tests look at another
  /// process than the `first`.
  static func isAroundThisProcess(first: pid_t = 1) -> Bool {
    guard let own = identity("/"), let first = identity("/proc/\(first)/root/.") else { return false }
    return own != first
  }

  private static func identity(_ path: String) -> [UInt64]? {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { stat(path, &raw) }
      let status = FileStatus(raw)
      return [status.device, status.inode]
    } catch {
      return nil
    }
  }
}
