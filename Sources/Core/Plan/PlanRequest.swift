/// What a plan depends on beside the parts: what was asked, and what the node says of itself.
package struct PlanRequest: Sendable {
  package enum Commands: Hashable, Sendable {
    /// They are cloud-init's to run, or nobody's.
    case leave
    /// `--run`.
    case run
  }

  /// Whether paths are of the node itself or of an image under `--root`.
  package enum Confinement: Hashable, Sendable {
    case node
    case image
  }

  package var commands: Commands
  package var frequency: Frequency
  package var confinement: Confinement
  package var cloudInit: CloudInitOutlook
  package var scope: Scope
  /// cloud-init's instance id, else the machine id; nil where there is neither.
  package var instance: String?
  package var state: AppliedState
  package var program: InstalledProgram

  package init(
    commands: Commands = .leave, frequency: Frequency = .always, confinement: Confinement = .node,
    cloudInit: CloudInitOutlook = .absent, scope: Scope = .node, instance: String? = nil,
    state: AppliedState = AppliedState(), program: InstalledProgram = .standard
  ) {
    self.commands = commands
    self.frequency = frequency
    self.confinement = confinement
    self.cloudInit = cloudInit
    self.scope = scope
    self.instance = instance
    self.state = state
    self.program = program
  }
}

/// What cloud-init has done for this instance and will still do in this boot.
package enum CloudInitOutlook: Hashable, Sendable {
  /// There is no cloud-init on this node, or it is not this input's.
  case absent
  /// `userData` is the source, as named, that cloud-init reads too.
  case present(userData: String?, writeFiles: Module, deferred: Module)

  package enum Module: Hashable, Sendable {
    /// It runs later in this boot.
    case pending
    /// It has run for this instance, or does not run in this boot any more.
    case done
  }
}
