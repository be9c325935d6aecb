internal import CLinux
internal import Core
internal import Glibc

/// One state of a volume, for as long as the value lives.
///
/// A state that Kubernetes may remove at any moment is copied where there is a place for it. Where there is none, as in an
/// image without a writable directory, or where it is large, the script runs in the state itself: what it reads is still
/// of that one state, or not there any more.
struct VolumeState: ~Copyable {
  /// Absolute.
  let path: String
  /// What `..data` led to; nil for a volume that does not change as a whole.
  let snapshot: String?
  private let directory: FileDescriptor
  private let copy: ScratchDirectory?

  /// Where a script can be run that starts programs beside it.
  private static let places = ["/run", "/tmp", "/var/tmp"]

  /// The state of a volume that does not change as a whole.
  static func lasting(_ directory: consuming FileDescriptor, path: String) -> VolumeState {
    VolumeState(path: path, snapshot: nil, directory: directory, copy: nil)
  }

  /// ENOENT where the state went while it was copied.
  static func passing(
    _ directory: borrowing FileDescriptor, path: String, snapshot: String
  ) throws(Errno) -> VolumeState {
    let copy = try copy(of: directory)
    let place =
      switch copy {
      case .some(let copy): (path: copy.path, number: copy.number)
      case .none: (path: path, number: directory.number)
      }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let opened = try SystemCall.run { clinux_openat(place.number, ".", flags, 0) }
    return VolumeState(path: place.path, snapshot: snapshot, directory: FileDescriptor(owning: opened), copy: copy)
  }

  /// Nil where there is no place, or it is not to be copied.
  private static func copy(of directory: borrowing FileDescriptor) throws(Errno) -> ScratchDirectory? {
    let scratch: ScratchDirectory
    do throws(HostError) {
      guard let made = try ScratchDirectory.make(in: places, for: .programs) else { return nil }
      scratch = made
    } catch {
      return nil
    }
    do throws(Errno) {
      try TreeCopy.copy(directory.number, to: scratch.number)
      return scratch
    } catch {
      if error == .noEntry { throw error }
      return nil
    }
  }

  /// The script; nil where there is none.
  func script() throws(HostError) -> BootstrapScript? {
    let number = directory.number
    let script: Int32
    do throws(Errno) {
      let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
      script = try SystemCall.run { clinux_openat(number, BootstrapScript.fileName, flags, 0) }
    } catch {
      // A link to nowhere is no volume without a script.
      var raw = stat()
      if error == .noEntry, fstatat(number, BootstrapScript.fileName, &raw, AT_SYMLINK_NOFOLLOW) == -1 { return nil }
      throw HostError("open", BootstrapScript.fileName, error)
    }
    return try BootstrapScript(FileDescriptor(owning: script), in: path)
  }
}
