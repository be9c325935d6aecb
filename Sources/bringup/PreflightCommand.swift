internal import Core
internal import Host

enum PreflightCommand {
  static func run(_ options: PreflightOptions) -> CommandOutput {
    switch options.purpose {
    case .report: check(options).told(as: options.format)
    case .gate: PreflightGuard.telling(check(options))
    }
  }

  private static func check(_ options: PreflightOptions) -> CommandOutput {
    let started = StartTime()
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      guard root.kind == .node else { return .looksHere }
      let input: PreflightInput
      do throws(PreflightInput.Fault) {
        input = try .read(options.reading, profile: options.profile, for: root)
      } catch {
        return .refused(error)
      }
      let peerChecks = options.peers.flatMap {
        PeerChecks($0.hostText, input.choice.requirements, options.selection).ids
      }
      let unused = options.selection.unused(among: input.choice.requirements, others: peerChecks)
      guard unused.isEmpty else { return .selectsNothing(unused, of: input.choice.requirements) }
      let peers = try Peer.all(options, in: root)
      let interrupt = try Interrupt()
      let report = PreflightRun.report(
        options, input, peers: peers, root: root, started: started, interrupt: interrupt)
      var output =
        switch options.purpose {
        case .report: Publication.publish(report, as: .preflight, options.format, options.common, root: root)
        case .gate:
          PreflightGuard.publish(
            GateReport(report, failOn: options.failOn, unit: OwnService.unit), options, root: root)
        }
      output.interrupt = interrupt
      return output
    } catch {
      return .refused(error, status: .unusable)
    }
  }
}

extension CommandOutput {
  fileprivate static let looksHere = CommandOutput.unusable(
    "--root does not go with preflight: it looks at the machine that it runs on")

  /// A misspelt name would leave out the check that it was meant for.
  fileprivate static func selectsNothing(_ unused: [CheckPattern], of requirements: [Requirement]) -> CommandOutput {
    let checks = requirements.flatMap(\.checks).map(\.id)
    let known = checks.map(\.text) + checks.map(\.kind)
    let sentences = unused.map { pattern in
      let nearest = Nearest.match(pattern.text, among: known)
      let hint = nearest.map { "did you mean \(Printable.quote($0))?" } ?? "the report lists the names of all checks"
      return "bringup: no check is called \(Printable.quote(pattern.text)); \(hint)\n"
    }
    return CommandOutput(standardError: Array(sentences.joined().utf8), status: .unusable)
  }
}
