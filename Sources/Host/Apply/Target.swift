internal import CLinux
internal import Core
internal import Glibc

/// One file that a plan comes to: as it is, as it shall be, and the steps that ask for it.
struct Target: Sendable {
  let location: Location
  /// Nil where nothing is there.
  let before: FileImage?
  let wanted: FileImage
  /// In order.
  let steps: [StepReference]
  /// The steps that the change is owed to; none where the file is as wanted.
  let changing: Set<StepReference>
  /// The last of them.
  let lastChange: StepReference?

  /// `folded` is what the writes of `steps` come to.
  init(location: Location, before: FileImage?, folded: FoldedFile, steps: [StepReference]) {
    self.location = location
    self.before = before
    wanted = folded.image
    self.steps = steps
    changing = Set(folded.effective.map { steps[$0] })
    lastChange = folded.effective.last.map { steps[$0] }
  }

  var isChange: Bool { before != wanted }

  /// The file at `location`, read whole. Errors: larger than ``Limits/replacedFileBytes``, no right to read it.
  static func read(
    _ location: Location, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) -> FileImage? {
    guard let existing = location.existing else { return nil }
    do throws(Errno) {
      let directory = try cursor.open(location.directory, in: root)
      let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
      let file = FileDescriptor(
        owning: try SystemCall.run { clinux_openat(directory, location.name, flags, 0) })
      let content = try file.readToEnd(limit: Limits.replacedFileBytes, expecting: existing.size)
      return FileImage(content: content, mode: existing.mode, user: existing.user, group: existing.group)
    } catch {
      throw HostError("read", location.path, error)
    }
  }
}

/// A step of a plan, by the indices of its part and of itself.
struct StepReference: Hashable, Comparable, Sendable {
  let part: Int
  let step: Int

  static func < (left: StepReference, right: StepReference) -> Bool {
    (left.part, left.step) < (right.part, right.step)
  }
}
