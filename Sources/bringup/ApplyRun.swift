internal import Core
internal import Host

/// One apply from the plan to the results, in the order that promises are kept in: what cloud-init would run first, the
/// files, the manager, what runs last.
struct ApplyRun: ~Copyable {
  let request: PlanRequest
  private let options: ApplyOptions
  private let plan: Plan
  private let accounts: Accounts
  private let directory: StateDirectory
  private let lock: FileDescriptor
  private var ledger: StepLedger

  /// Takes the lock, so that what is planned is what is there.
  init(_ options: ApplyOptions, _ input: Input, root: borrowing Root) throws(HostError) {
    self.options = options
    let directory = try StateDirectory.open(in: root)
    lock = try directory.lock(waiting: 10)
    request = PlanRequest(
      input: input, facts: CloudInitFacts(of: root, environment: .current()), root: root.kind,
      words: options.reading.sources.map(\.description), state: try directory.appliedState(),
      commands: options.scripts == .leftToCloudInit ? .leave : .run, frequency: options.frequency)
    self.directory = directory
    plan = Planner.plan(input.parts, request)
    accounts = try Accounts(of: root)
    ledger = StepLedger(plan)
  }

  mutating func carryOut(in root: borrowing Root) throws(HostError) {
    try runCommands(.beforeFiles)
    let strictness: Apply.Strictness = options.strictness == .goodPartsApply ? .perPart : .allOrNothing
    let outcome = try Apply.run(
      Apply.Request(plan: plan, strictness: strictness, scope: request.scope, instance: request.instance), root: root,
      state: directory, accounts: accounts)
    ledger.add(outcome)
    let reload = UnitReload.run(plan.dropIns(but: outcome.failedParts), reload: outcome.state.reload, root: root.kind)
    ledger.add(reload.steps)
    var state = outcome.state
    state.reload = reload.reload
    if state != outcome.state { try directory.save(state) }
    try runCommands(.afterFiles, but: outcome.failedParts)
  }

  private mutating func runCommands(_ stage: CommandStage, but failed: Set<Int> = []) throws(HostError) {
    guard case .run(let limit) = options.scripts else { return }
    let runner = ScriptRunner(
      environment: .current(), instanceID: request.instance, timeLimit: limit ?? .seconds(1 << 40), interrupt: nil)
    for planned in plan.commands(stage) {
      if failed.contains(planned.part) {
        ledger.set(planned, .notRun("its part failed"))
      } else {
        ledger.set(planned, try CommandRun.run(planned, of: plan, by: runner))
      }
    }
  }

  var stepResults: [StepResult] { ledger.steps }
  var partResults: [PartResult] { ledger.parts }
}
