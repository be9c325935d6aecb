/// What to do about a failure, below the failure itself.
enum Advice {
  static func part(_ command: ApplyReport.Command) -> String {
    "Nothing of this part was applied. Correct it, look at it with \"bringup plan\", \(again(command))."
  }

  static func step(_ step: StepResult, _ command: ApplyReport.Command) -> String {
    switch step.kind {
    case .file, .append, .dropIn, .preflight, .remove:
      return "The path is \(state(step, command)). Remove the cause, \(again(command))."
    case .state:
      // A second rollback could undo the apply before.
      let next = command == .rollback ? "." : ", \(again(command))."
      return "What is told of the other steps is done, but bringup may not know of it. Remove the cause\(next)"
    case .reload:
      return "The files are in place, but systemd does not know them yet: systemctl daemon-reload"
    case .readBack:
      return "See what systemd made of it: systemctl cat \(Printable.escape(step.subject))"
    case .bootCommands, .runCommands, .script, .boothook:
      return "What it did before it failed stays done. Correct it, \(again(command))."
    case .other:
      return "Remove the cause, \(again(command))."
    }
  }

  private static func state(_ step: StepResult, _ command: ApplyReport.Command) -> String {
    if step.outcome.isStuck { return "changed all the same" }
    return command == .rollback ? "as the rollback found it" : "as it was before"
  }

  private static func again(_ command: ApplyReport.Command) -> String {
    "then run \"bringup \(command.rawValue)\" again"
  }
}
