internal import Core
internal import Host

enum ApplyCommand {
  static func run(_ options: ApplyOptions) -> CommandOutput {
    let started = StartTime()
    do throws(HostError) {
      let root = try Root(options.common.root.text, sourceDate: try .of(.current()))
      if case .run = options.scripts, root.kind == .image { return .runsHere }
      let input = try Input.read(options.reading, for: root)
      return apply(input, options, root: root, started: started)
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func apply(
    _ input: Input, _ options: ApplyOptions, root: borrowing Root, started: StartTime
  ) -> CommandOutput {
    do throws(HostError) {
      // Held back until the report is out, so that ^C ends a script and not the account of it.
      let interrupt = try Interrupt()
      let report = try ApplyRun.report(options, input, root: root, started: started, interrupt: interrupt)
      var output = publish(report, options, root: root)
      output.interrupt = interrupt
      return output
    } catch {
      // Whoever looks for the reason later looks in the journal, and into the report: not to find that of a run before.
      let step = StepResult(
        kind: .other, subject: error.subject ?? "apply", part: nil, origin: nil, outcome: .failed(error.description))
      let report = ApplyReport(
        command: .apply, startedAt: started.wall, microseconds: started.microseconds,
        root: options.common.root.description, instanceID: nil, sources: input.sources, parts: [], steps: [step],
        warnings: [])
      // That it cannot be put there is the lesser trouble.
      _ = publish(report, options, root: root)
      return .refused(error, status: .failed)
    }
  }

  private static func publish(
    _ report: ApplyReport, _ options: ApplyOptions, root: borrowing Root
  ) -> CommandOutput {
    Publication.publish(
      report, as: .apply, options.format, options.common, root: root, keeping: report.dated(root.sourceDate))
  }
}

extension CommandOutput {
  fileprivate static let runsHere = CommandOutput.unusable(
    "--run does not go with --root: scripts would run on this machine and not in the image")
}
