/// What an apply will do, in order: the one reading of the input that `plan` prints and `apply` runs.
package struct Plan: Sendable {
  /// In Python order of the parts' names.
  package let parts: [PlannedPart]
  /// Parts that hold an error; nothing of them is in `parts`.
  package let failures: [PartFailure]
  /// Drop-ins of earlier runs, and documents of gates, that the input no longer asks for.
  package let removals: [Removal]

  package init(parts: [PlannedPart], failures: [PartFailure], removals: [Removal]) {
    self.parts = parts
    self.failures = failures
    self.removals = removals
  }
}

/// A drop-in, or the document of a gate, that this program wrote and nobody asks for any more.
package struct Removal: Hashable, Sendable {
  package let path: AbsolutePath
  /// The part that asked for it.
  package let part: String

  package init(path: AbsolutePath, part: String) {
    self.path = path
    self.part = part
  }
}

/// One part's steps. They are done whole or not at all.
package struct PlannedPart: Sendable {
  package let name: PartName
  package let type: PartType
  package let origin: Origin
  package let steps: [Step]
  package let warnings: [Finding]

  package init(name: PartName, type: PartType, origin: Origin, steps: [Step], warnings: [Finding]) {
    self.name = name
    self.type = type
    self.origin = origin
    self.steps = steps
    self.warnings = warnings
  }
}

/// One thing to do, and where the input asked for it.
package struct Step: Sendable {
  package enum Action: Sendable {
    case write(FileWrite)
    case dropIn(DropIn)
    /// The document that a gate checks the node against.
    case preflight(FileWrite)
    case run(Command)
    /// An earlier run's file goes.
    case remove(Removal)
    /// Listed so that nothing is dropped silently: `subject` is someone else's to do, or nobody's.
    case leave(kind: StepKind, subject: String, reason: LeaveReason)
  }

  package let origin: Origin
  package let action: Action

  package init(origin: Origin, action: Action) {
    self.origin = origin
    self.action = action
  }

  /// The file that the step writes; nil where it writes none.
  package var file: FileWrite? {
    switch action {
    case .write(let write), .preflight(let write): write
    case .dropIn(let dropIn): dropIn.file
    case .run, .remove, .leave: nil
    }
  }

  package var kind: StepKind {
    switch action {
    case .write(let write): write.extent == .whole ? .file : .append
    case .dropIn: .dropIn
    case .preflight: .preflight
    case .run(let command): command.kind
    case .remove: .remove
    case .leave(let kind, _, _): kind
    }
  }

  /// What the step is about: a path, a name.
  package var subject: String {
    switch action {
    case .write(let write), .preflight(let write): write.path.text
    case .dropIn(let dropIn): dropIn.path.text
    case .run(let command): command.name
    case .remove(let removal): removal.path.text
    case .leave(_, let subject, _): subject
    }
  }
}

/// A script to run: `--run`, for images without cloud-init.
package struct Command: Sendable {
  package let kind: StepKind
  package let name: String
  /// Starts with `#!`, or is run as cloud-init would fail to: by the kernel's refusal.
  package let content: [UInt8]

  package init(kind: StepKind, name: String, content: [UInt8]) {
    self.kind = kind
    self.name = name
    self.content = content
  }
}

/// Why a step is not this program's to do.
package enum LeaveReason: Hashable, Sendable {
  case cloudInit
  case cloudInitDefers
  /// `bootcmd` or `runcmd`, of which cloud-init's merge keeps nothing.
  case cloudInitLoses(StepKind)
  /// A command of a part that is not among cloud-init's, on a node that has a cloud-init.
  case unseenByCloudInit
  /// `#include`, a part-handler, jinja: cannot be handled here.
  case notSupported(String)
  /// cloud-init has no handler for it either.
  case unknownType
  /// A command, on a node without cloud-init and a run without `--run`.
  case needsRun
  /// `--frequency once-per-instance`, and this instance got it.
  case instanceHasIt

  package var sentence: String {
    switch self {
    case .cloudInit: "left to cloud-init"
    case .cloudInitDefers: "left to cloud-init's final stage (defer: true)"
    case .cloudInitLoses(let kind):
      "not run: cloud-init takes a later part's \(kind.rawValue) instead; write there "
        + "merge_how: \"list(append)+dict(recurse_list)\""
    case .unseenByCloudInit: "not run: cloud-init does not read this part (--run runs it)"
    case .notSupported(let what): "\(what) cannot be handled here; left to cloud-init"
    case .needsRun: "not run: there is no cloud-init here (--run runs it)"
    case .instanceHasIt: "this instance already got it"
    case .unknownType: "no handler for this type, here or in cloud-init"
    }
  }
}
