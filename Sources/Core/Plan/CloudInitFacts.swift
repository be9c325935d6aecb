/// What a root says of its cloud-init; asked once, before a plan is made.
package struct CloudInitFacts: Equatable, Sendable {
  package enum Presence: Sendable {
    case absent
    /// There is a cloud-init, but nothing tells that it has a part in this boot: an image, or a boot without systemd.
    case installed
    /// Turned off, or no datasource was found.
    case disabled
    /// It runs in this boot, or has run.
    case enabled
  }

  package enum Module: Sendable {
    /// For this instance; that it failed makes no difference.
    case ran
    case notRun
  }

  /// cloud-init's run as a whole in this boot.
  package enum Run: Sendable {
    case notBegun
    case underway
    case finished
  }

  package let presence: Fact<Presence>
  /// Nil where cloud-init has none yet.
  package let instanceID: Fact<String?>
  package let writeFiles: Fact<Module>
  package let deferredWriteFiles: Fact<Module>
  package let run: Fact<Run>

  package init(
    presence: Fact<Presence>, instanceID: Fact<String?>, writeFiles: Fact<Module>, deferredWriteFiles: Fact<Module>,
    run: Fact<Run>
  ) {
    self.presence = presence
    self.instanceID = instanceID
    self.writeFiles = writeFiles
    self.deferredWriteFiles = deferredWriteFiles
    self.run = run
  }

  /// What cloud-init will still do, for a plan. `userData` is the source that cloud-init reads too, as named.
  package func outlook(userData: String?) -> Fact<CloudInitOutlook> {
    switch (presence, writeFiles, deferredWriteFiles, run) {
    case (.known(.absent), _, _, _), (.known(.installed), _, _, _), (.known(.disabled), _, _, _):
      .known(.absent)
    case (.known(.enabled), .known(let now), .known(let later), .known(let run)):
      .known(
        .present(
          userData: userData, writeFiles: CloudInitFacts.outlook(of: now, run),
          deferred: CloudInitFacts.outlook(of: later, run)))
    case (.unreadable(let reason), _, _, _), (_, .unreadable(let reason), _, _), (_, _, .unreadable(let reason), _),
      (_, _, _, .unreadable(let reason)):
      .unreadable(reason)
    }
  }

  private static func outlook(of module: Module, _ run: Run) -> CloudInitOutlook.Module {
    switch (module, run) {
    case (.ran, _), (.notRun, .finished): .done
    case (.notRun, .notBegun), (.notRun, .underway): .pending
    }
  }
}
