internal import CLinux
internal import Core
internal import Glibc

/// A file written whole beside its target under a name of its own, waiting to be renamed into place.
struct StagedFile: Sendable {
  let location: Location
  let temporaryName: String
  /// The device its file system is on, to synchronize each once.
  let device: UInt64

  /// Writes `image` under `temporaryName` in the target's directory.
  ///
  /// The file is made with mode 0600 and O_EXCL, filled, given its owner and then its mode (chown clears set-id bits), all
  /// before any other name leads to it. What it replaces hands on its security label and access list.
  static func write(
    _ image: FileImage, at location: Location, temporaryName: String, in root: borrowing Root,
    cursor: inout DirectoryCursor
  ) throws(HostError) -> StagedFile {
    let directory: Int32
    do {
      directory = try cursor.open(location.directory, in: root)
    } catch {
      throw HostError("open directory", location.directory, error)
    }
    do throws(Errno) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let file = FileDescriptor(
        owning: try SystemCall.run { clinux_openat(directory, temporaryName, flags, 0o600) })
      do throws(Errno) {
        return try fill(
          file, with: image, at: location, temporaryName: temporaryName, directory: directory, date: root.sourceDate)
      } catch {
        // The first error is the one to tell; a name that stays behind is in the journal and goes with the next run.
        _ = unlinkat(directory, temporaryName, 0)
        throw error
      }
    } catch {
      throw HostError("write", location.path, error)
    }
  }

  private static func fill(
    _ file: consuming FileDescriptor, with image: FileImage, at location: Location, temporaryName: String,
    directory: Int32, date: SourceDate?
  ) throws(Errno) -> StagedFile {
    let number = file.number
    try file.write(image.content)
    if let old = location.existing {
      let share = old.user == 0 || old.user == image.user ? ExtendedAttributes.Share.all : .labelAlone
      try ExtendedAttributes.copy(share, from: location.name, of: directory, to: number)
    }
    let status = try file.status()
    if status.user != image.user || status.group != image.group {
      try SystemCall.run { fchown(number, image.user, image.group) }
    }
    try SystemCall.run { fchmod(number, image.mode.bits) }
    try file.date(date)
    try file.close()
    return StagedFile(location: location, temporaryName: temporaryName, device: status.device)
  }

  /// Renames the file into place. The directory still has to be synchronized.
  func commit(in root: borrowing Root, cursor: inout DirectoryCursor) throws(HostError) {
    do throws(Errno) {
      let directory = try cursor.open(location.directory, in: root)
      try SystemCall.run { renameat(directory, temporaryName, directory, location.name) }
    } catch {
      throw HostError("rename", location.path, error)
    }
  }

  /// Takes the temporary file away. It is no error where it is gone.
  func discard(in root: borrowing Root, cursor: inout DirectoryCursor) throws(HostError) {
    do throws(Errno) {
      let directory = try cursor.open(location.directory, in: root)
      try SystemCall.run { unlinkat(directory, temporaryName, 0) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", "\(location.directory)/\(temporaryName)", error) }
    }
  }
}
