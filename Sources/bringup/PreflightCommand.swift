internal import Core
internal import Host

enum PreflightCommand {
  static func run(_ options: PreflightOptions) -> CommandOutput {
    let started = StartTime()
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      guard root.kind == .node else { return .looksHere }
      let input: PreflightInput
      do throws(PreflightInput.Fault) { input = try .read(options, for: root) } catch { return .refused(error) }
      let unused = options.selection.unused(among: input.choice.requirements)
      guard unused.isEmpty else { return .selectsNothing(unused, of: input.choice.requirements) }
      let interrupt = try Interrupt()
      let report = PreflightRun.report(options, input, root: root, started: started, interrupt: interrupt)
      var output =
        switch options.purpose {
        case .report: Publication.publish(report, as: .preflight, options.format, options.common, root: root)
        case .gate: gate(GateReport(report, onFailure: input.choice.onFailure ?? .block), options, root: root)
        }
      output.interrupt = interrupt
      return output
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  /// Says beside the report what becomes of the unit: in its log, which is standard error, and in its status.
  private static func gate(
    _ gate: GateReport, _ options: PreflightOptions, root: borrowing Root
  ) -> CommandOutput {
    var output = Publication.publish(gate.report, as: .preflight, options.format, options.common, root: root)
    output.standardOutput = []
    output.standardError += Array(gate.logLines.map { "\($0)\n" }.joined().utf8)
    output.status = gate.status
    do throws(HostError) {
      try ServiceNotify.status(gate.line)
      if gate.status == .failed { try Console.say("bringup: \(gate.line)") }
    } catch {
      output.standardError += Array("bringup: \(error)\n".utf8)
    }
    return output
  }
}

extension CommandOutput {
  fileprivate static let looksHere = CommandOutput.unusable(
    "--root does not go with preflight: it looks at the machine that it runs on")

  /// A misspelt name would leave out the check that it was meant for.
  fileprivate static func selectsNothing(_ unused: [CheckPattern], of requirements: [Requirement]) -> CommandOutput {
    let known = requirements.flatMap(\.checks).map(\.id.text)
    let sentences = unused.map { pattern in
      let nearest = Nearest.match(pattern.text, among: known)
      let hint = nearest.map { "did you mean \(Printable.quote($0))?" } ?? "the report lists the names of all checks"
      return "bringup: no check is called \(Printable.quote(pattern.text)); \(hint)\n"
    }
    return CommandOutput(standardError: Array(sentences.joined().utf8), status: .unusable)
  }
}
