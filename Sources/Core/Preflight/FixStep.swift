/// One change that `--fix` makes so that a volume is as its requirement says; without `--fix`, what it would make.
package struct FixStep: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// A directory that the volume's needs first, as `mkdir -p` makes it: mode 0755, of whoever makes it.
    case makeParent
    /// The volume's directory, with what the requirement states; where it states nothing, as a parent.
    case makeDirectory(uid: UInt32?, gid: UInt32?, mode: FileMode?)
    /// Of a directory that is there; nil leaves it.
    case setOwner(uid: UInt32?, gid: UInt32?)
    case setMode(FileMode)
  }

  package let path: AbsolutePath
  package let change: Change
  /// Where the rule stands in the manifest.
  package let origin: Origin

  package init(path: AbsolutePath, change: Change, origin: Origin) {
    self.path = path
    self.change = change
    self.origin = origin
  }

  /// What it is made for.
  package var check: VolumeCheck {
    switch change {
    case .makeParent, .makeDirectory: .exists
    case .setOwner: .owner
    case .setMode: .mode
    }
  }

  /// `create the directory with uid 999, mode 0700`, `set the owner to uid 999`, `set the mode to 0755`
  package var description: String {
    switch change {
    case .makeParent: return "create the directory"
    case .makeDirectory(let uid, let gid, let mode):
      let words = FixStep.words(uid, gid) + (mode.map { ["mode \($0)"] } ?? [])
      return "create the directory" + (words.isEmpty ? "" : " with \(words.joined(separator: ", "))")
    case .setOwner(let uid, let gid): return "set the owner to \(FixStep.words(uid, gid).joined(separator: ", "))"
    case .setMode(let mode): return "set the mode to \(mode)"
    }
  }

  private static func words(_ uid: UInt32?, _ gid: UInt32?) -> [String] {
    (uid.map { ["uid \($0)"] } ?? []) + (gid.map { ["gid \($0)"] } ?? [])
  }
}

extension VolumeRequirement {
  /// What `reading` needs to be as stated, in the order of doing, as far as `selection` asks for it; none where all is well,
  /// nothing could be read, or what is there is no directory.
  ///
  /// A volume that may be made and is missing under `/var` as `/var/lib/data` needs `/var/lib`, then `/var/lib/data`.
  package func fixes(for reading: VolumeReading, selection: CheckSelection = .all) -> [FixStep] {
    steps(for: reading).filter { selection.includes($0.check, of: self, at: reading) }
  }

  private func steps(for reading: VolumeReading) -> [FixStep] {
    switch reading.presence {
    case .known(.missing(let parent), _):
      switch missing {
      case .create: return creation(of: reading.path, below: parent)
      case .fail, .skip: return []
      }
    case .known(.directory(let found), _): return corrections(of: reading.path, found)
    case .known(.other, _), .known(.blocked, _), .known(.brokenLink, _), .unreadable: return []
    }
  }

  private func creation(of directory: AbsolutePath, below parent: AbsolutePath) -> [FixStep] {
    var steps = [
      FixStep(
        path: directory, change: .makeDirectory(uid: uid?.value, gid: gid?.value, mode: mode?.value), origin: origin)
    ]
    var next = directory.parent
    while next != parent, next != .root {
      steps.append(FixStep(path: next, change: .makeParent, origin: origin))
      next = next.parent
    }
    return steps.reversed()
  }

  private func corrections(of directory: AbsolutePath, _ found: OwnershipReading) -> [FixStep] {
    var steps: [FixStep] = []
    let wrongUser = uid.flatMap { $0.value == found.uid ? nil : $0 }
    let wrongGroup = gid.flatMap { $0.value == found.gid ? nil : $0 }
    if let origin = wrongUser?.origin ?? wrongGroup?.origin {
      let change = FixStep.Change.setOwner(uid: wrongUser?.value, gid: wrongGroup?.value)
      steps.append(FixStep(path: directory, change: change, origin: origin))
    }
    if let mode, mode.value != found.mode {
      steps.append(FixStep(path: directory, change: .setMode(mode.value), origin: mode.origin))
    }
    return steps
  }
}
