internal import Core
internal import Host

enum ApplyCommand {
  static func run(_ options: ApplyOptions) -> CommandOutput {
    let started = (wall: Timestamp(seconds: WallTime.seconds), monotonic: MonotonicTime.now)
    let root: Root
    let input: Input
    do throws(HostError) {
      root = try Root(options.common.root.text)
      if case .run = options.scripts, root.kind == .image { return .runsHere }
      input = try Input.read(options.reading, for: root)
    } catch {
      return .refused(error, status: .unusable)
    }
    do throws(HostError) {
      var run = try ApplyRun(options, input, root: root)
      try run.carryOut(in: root)
      let report = ApplyReport(
        command: .apply, startedAt: started.wall,
        microseconds: MonotonicTime.now.microseconds(since: started.monotonic), root: options.common.root.description,
        instanceID: run.request.instance, sources: input.sources, parts: run.partResults, steps: run.stepResults,
        failOn: options.failOn)
      return Publication.publish(report, options.common, root: root)
    } catch {
      return .refused(error, status: .failed)
    }
  }
}

extension CommandOutput {
  fileprivate static let runsHere = CommandOutput(
    standardError: Array(
      "bringup: --run does not go with --root: scripts would run on this machine and not in the image\n".utf8),
    status: .unusable)
}
