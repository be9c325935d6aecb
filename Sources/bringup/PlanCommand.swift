internal import Core
internal import Host

enum PlanCommand {
  static func run(_ options: PlanOptions) -> CommandOutput {
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      let input = try Input.read(options.reading, for: root)
      let facts = CloudInitFacts(of: root, environment: .current())
      let request = try PlanRequest(
        input: input, facts: facts, root: root, words: options.reading.sources.map(\.description),
        state: try StateDirectory.existing(in: root)?.appliedState() ?? AppliedState())
      let plan = Planner.plan(input.parts, request)
      let steps = plan.forecast(root: root, accounts: try Accounts(of: root), diff: options.diff)
      let report = PlanReport(
        root: options.common.root.description, instanceID: request.instance, sources: input.sources, steps: steps,
        failures: plan.failures, warnings: plan.parts.flatMap(\.warnings))
      return CommandOutput(options.format, options.common, status: report.status, json: report.json) { style in
        report.text(style, options.common.verbosity)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }
}
