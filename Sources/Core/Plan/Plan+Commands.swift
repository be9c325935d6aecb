/// When commands run, relative to the files: cloud-init's own order.
package enum CommandStage: Hashable, Sendable {
  /// Boothooks, then `bootcmd`.
  case beforeFiles
  /// Scripts in the order of their names, each `runcmd` among them under the name `runcmd`.
  case afterFiles
}

/// A command of a plan, by the indices of its part and its step.
package struct PlannedCommand: Hashable, Sendable {
  package let part: Int
  package let step: Int

  package init(part: Int, step: Int) {
    self.part = part
    self.step = step
  }
}

extension Plan {
  /// The commands of one stage, in the order they run.
  package func commands(_ stage: CommandStage) -> [PlannedCommand] {
    var boothooks: [PlannedCommand] = []
    var bootCommands: [PlannedCommand] = []
    var scripts: [(name: PartName, command: PlannedCommand)] = []
    for (partIndex, part) in parts.enumerated() {
      for (stepIndex, step) in part.steps.enumerated() {
        guard case .run(let command) = step.action else { continue }
        let planned = PlannedCommand(part: partIndex, step: stepIndex)
        switch command.kind {
        case .boothook: boothooks.append(planned)
        case .bootCommands: bootCommands.append(planned)
        case .runCommands: scripts.append((PartName("runcmd"), planned))
        case .script: scripts.append((part.name, planned))
        case .file, .append, .dropIn, .remove, .reload, .readBack, .preflight, .state, .other: continue
        }
      }
    }
    switch stage {
    case .beforeFiles: return boothooks + bootCommands
    case .afterFiles:
      // The sort is not stable by promise, so the order of the parts decides between equal names.
      return scripts.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        .map(\.element.command)
    }
  }

  /// The drop-ins of the parts that did not fail.
  package func dropIns(but failed: Set<Int>) -> [(dropIn: DropIn, part: PartName)] {
    parts.enumerated().filter { !failed.contains($0.offset) }.flatMap { _, part in
      part.steps.compactMap { step in
        if case .dropIn(let dropIn) = step.action { (dropIn, part.name) } else { nil }
      }
    }
  }
}
