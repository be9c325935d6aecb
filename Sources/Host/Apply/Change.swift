internal import Core

/// One file that a run changes: what was there, what shall be.
struct Change: Sendable {
  let location: Location
  /// Nil where nothing is there.
  let before: FileImage?
  /// Nil where the file is to be removed.
  let wanted: FileImage?
  /// The steps that ask for it; none for a removal.
  let steps: [StepReference]
  let role: Backup.Role

  init(_ target: Target) {
    location = target.location
    before = target.before
    wanted = target.wanted
    steps = target.steps
    role = Change.role(of: target.location.path)
  }

  /// A change that no step asks for: a drop-in that goes, a file put back.
  init(at location: Location, before: FileImage?, wanted: FileImage?) {
    self.location = location
    self.before = before
    self.wanted = wanted
    steps = []
    role = Change.role(of: location.path)
  }

  /// Whether a part asks for it.
  var isOfPart: Bool { !steps.isEmpty }

  static func role(of path: String) -> Backup.Role {
    AbsolutePath(known: path).flatMap { UnitFilePath($0) } == nil ? .plain : .unit
  }

  var kept: Backup.Kept {
    let attributes = before.map { Backup.Attributes(mode: $0.mode, user: $0.user, group: $0.group) }
    let written = wanted.map { SHA256(of: $0.content).description }
    return Backup.Kept(
      entry: Backup.Entry(path: location.path, before: attributes, written: written, role: role),
      content: before?.content)
  }
}

extension [Change] {
  /// Whether the service manager has to be told.
  var concernUnits: Bool { contains { $0.role == .unit } }
}
