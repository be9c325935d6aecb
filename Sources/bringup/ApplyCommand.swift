internal import Core
internal import Host

enum ApplyCommand {
  static func run(_ options: ApplyOptions) -> CommandOutput {
    let started = (wall: Timestamp(seconds: WallTime.seconds), monotonic: MonotonicTime.now)
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
    _ input: Input, _ options: ApplyOptions, root: borrowing Root, started: (wall: Timestamp, monotonic: MonotonicTime)
  ) -> CommandOutput {
    do throws(HostError) {
      // Held back until the report is out, so that ^C ends a script and not the account of it.
      let interrupt = try Interrupt()
      var run = try ApplyRun.begin(options, input, root: root, interrupt: interrupt)
      try run.carryOut(in: root)
      let report = ApplyReport(
        command: .apply, startedAt: started.wall,
        microseconds: MonotonicTime.now.microseconds(since: started.monotonic), root: options.common.root.description,
        instanceID: run.request.instance, sources: input.sources, parts: run.partResults, steps: run.stepResults,
        warnings: run.warnings, failOn: options.failOn)
      var output = Publication.publish(
        report, as: .apply, options.format, options.common, root: root, keeping: report.dated(root.sourceDate))
      output.interrupt = interrupt
      return output
    } catch {
      return .refused(error, status: .failed)
    }
  }
}

extension CommandOutput {
  fileprivate static let runsHere = CommandOutput.unusable(
    "--run does not go with --root: scripts would run on this machine and not in the image")
}
