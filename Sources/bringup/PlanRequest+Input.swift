internal import Core
internal import Host

extension PlanRequest {
  /// What the plan for `input` depends on, on this root.
  ///
  /// Where cloud-init's state cannot be read it is taken to be at work: then nothing is appended that it might append too.
  init(
    input: Input, facts: CloudInitFacts, root: borrowing Root, words: [String], state: AppliedState,
    commands: Commands = .leave, frequency: Frequency = .always
  ) throws(HostError) {
    let outlook: CloudInitOutlook =
      switch facts.outlook(userData: input.userData) {
      case .known(let outlook): outlook
      case .unreadable: .present(userData: input.userData, writeFiles: .pending, deferred: .pending)
      }
    let instance: String? =
      switch facts.instanceID {
      case .known(let id): id
      case .unreadable: nil
      }
    self.init(
      commands: commands, frequency: frequency,
      confinement: root.kind == .node ? .node : .image, cloudInit: outlook, scope: Scope(words: words),
      instance: instance,
      state: state, program: try InstalledProgram(in: root))
  }
}
