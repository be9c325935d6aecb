internal import CLinux
internal import Core
internal import Glibc

/// A file written whole beside its target under a name of its own, waiting to be renamed into place.
struct StagedFile: Sendable {
  let location: Location
  let temporaryName: String
  /// The directory that it lies in.
  let holder: DirectoryIdentity
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
    let holder: DirectoryIdentity
    do {
      directory = try cursor.open(location.directory, being: location.holder, in: root)
      holder = DirectoryIdentity(try cursor.status(of: location.directory, in: root))
    } catch {
      throw HostError("open directory", location.directory, error)
    }
    do throws(Errno) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let file = FileDescriptor(
        owning: try SystemCall.run { clinux_openat(directory, temporaryName, flags, 0o600) })
      do throws(Errno) {
        let device = try fill(
          file, with: image, at: location, directory: directory, date: root.sourceDate)
        return StagedFile(location: location, temporaryName: temporaryName, holder: holder, device: device)
      } catch {
        // The first error is the one to tell; a name that stays behind is in the journal and goes with the next run.
        _ = unlinkat(directory, temporaryName, 0)
        throw error
      }
    } catch {
      throw HostError("write", location.path, error)
    }
  }

  /// Returns the device that the file is on.
  private static func fill(
    _ file: consuming FileDescriptor, with image: FileImage, at location: Location, directory: Int32, date: SourceDate?
  ) throws(Errno) -> UInt64 {
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
    return status.device
  }

  /// Renames the file into place. The directory still has to be synchronized.
  func commit(in root: borrowing Root, cursor: inout DirectoryCursor) throws(HostError) {
    do throws(Errno) {
      let directory = try cursor.open(location.directory, being: holder, in: root)
      try SystemCall.run { renameat(directory, temporaryName, directory, location.name) }
    } catch {
      throw HostError("rename", location.path, error)
    }
  }

  /// Takes the temporary file away; `held` is its directory where that is still open. It is no error where it is gone.
  func discard(
    in root: borrowing Root, cursor: inout DirectoryCursor, held: OpenDirectory?
  ) throws(HostError) {
    do throws(Errno) {
      let directory: Int32
      if let held {
        directory = held.descriptor.number
      } else {
        directory = try cursor.open(location.directory, being: holder, in: root)
      }
      try SystemCall.run { unlinkat(directory, temporaryName, 0) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", "\(location.directory)/\(temporaryName)", error) }
    }
  }
}
