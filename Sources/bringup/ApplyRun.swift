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
  private let interrupt: Interrupt
  private var ledger: StepLedger
  /// Damaged files of earlier runs, and what could not be told to the service manager.
  private(set) var warnings: [String]

  private init(
    request: PlanRequest, options: ApplyOptions, plan: Plan, accounts: Accounts, directory: consuming StateDirectory,
    lock: consuming FileDescriptor, interrupt: Interrupt, warnings: [String]
  ) {
    self.warnings = warnings
    self.interrupt = interrupt
    self.request = request
    self.options = options
    self.plan = plan
    self.accounts = accounts
    self.directory = directory
    self.lock = lock
    ledger = StepLedger(plan)
  }

  /// One apply, begun and carried out.
  ///
  /// Throws where it cannot be begun. What goes wrong from there on is told in the report, with what was done by then.
  static func report(
    _ options: ApplyOptions, _ input: Input, root: borrowing Root, started: StartTime, interrupt: Interrupt
  ) throws(HostError) -> ApplyReport {
    var run = try begin(options, input, root: root, interrupt: interrupt)
    run.carryOut(in: root)
    return ApplyReport(
      command: .apply, startedAt: started.wall, microseconds: started.microseconds,
      root: options.common.root.description, instanceID: run.request.instance, sources: input.sources,
      parts: run.ledger.parts, steps: run.ledger.steps, warnings: run.warnings, failOn: options.failOn)
  }

  /// Takes the lock, and then looks, so that what is planned is what is there.
  static func begin(
    _ options: ApplyOptions, _ input: Input, root: borrowing Root, interrupt: Interrupt
  ) throws(HostError) -> ApplyRun {
    let directory =
      switch options.memory {
      case .kept: try StateDirectory.open(in: root)
      case .keptIfPossible: try StateDirectory.openIfPossible(in: root)
      }
    let lock = try directory.lock(waiting: 10)
    let recovery = try Recovery.run(in: root, state: directory)
    let request = try PlanRequest(
      input: input, facts: CloudInitFacts(of: root, environment: .current()), root: root,
      words: options.reading.sources.map(\.description), state: recovery.state,
      commands: options.scripts == .leftToCloudInit ? .leave : .run, frequency: options.frequency)
    return ApplyRun(
      request: request, options: options, plan: Planner.plan(input.parts, request), accounts: try Accounts(of: root),
      directory: directory, lock: lock, interrupt: interrupt, warnings: recovery.warnings)
  }

  mutating func carryOut(in root: borrowing Root) {
    // With --strict a part that cannot be read stops the commands, too.
    let isRefused = options.strictness == .nothingApplies && !plan.failures.isEmpty
    runCommands(.beforeFiles, but: isRefused ? Set(plan.parts.indices) : [])
    let failed = applyFiles(in: root)
    runCommands(.afterFiles, but: failed)
    ledger.trouble.attempt(try directory.conclude(lock, in: root))
  }

  /// Puts the files into place, and tells the service manager. Returns the parts that failed, by index in the plan.
  private mutating func applyFiles(in root: borrowing Root) -> Set<Int> {
    let strictness: Apply.Strictness = options.strictness == .goodPartsApply ? .perPart : .allOrNothing
    let request = Apply.Request(
      plan: plan, strictness: strictness, scope: request.scope, instance: request.instance, earlier: request.state)
    let outcome: Apply.Outcome
    do throws(HostError) {
      outcome = try Apply.run(request, root: root, state: directory, accounts: accounts)
    } catch {
      ledger.trouble.add(error)
      return Set(plan.parts.indices)
    }
    ledger.add(outcome)
    let applied = plan.dropIns(but: outcome.failedParts).map { UnitReload.Applied(dropIn: $0.dropIn, part: $0.part) }
    let reload = UnitReload.run(applied, reload: outcome.state.reload, root: root.kind)
    ledger.add(reload.steps)
    var state = outcome.state
    state.reload = reload.reload
    if state != outcome.state { ledger.trouble.attempt(try directory.save(state)) }
    return outcome.failedParts
  }

  private mutating func runCommands(_ stage: CommandStage, but failed: Set<Int> = []) {
    guard case .run(let limit) = options.scripts else { return }
    let runner = ScriptRunner(
      environment: .current(), instanceID: request.instance, timeLimit: limit.duration, interrupt: interrupt)
    for planned in plan.commands(stage) {
      if failed.contains(planned.part) {
        let isStrict = options.strictness == .nothingApplies
        ledger.set(planned, .notRun(isStrict ? "--strict: a part failed" : "its part failed"))
      } else if let signal = interrupt.signal {
        ledger.set(planned, .notRun("bringup was asked to end by signal \(signal)"))
      } else {
        announce(planned, limit: limit)
        ledger.set(planned, CommandRun.run(planned, of: plan, by: runner))
      }
    }
  }

  /// Tells the service manager, where it started this program, what takes its time and that it may.
  private mutating func announce(_ planned: PlannedCommand, limit: TimeSpan) {
    let step = plan.parts[planned.part].steps[planned.step]
    do throws(HostError) {
      try ServiceNotify.status("running \(step.kind.rawValue) \(Printable.escape(step.subject))")
      try ServiceNotify.extendTimeout(by: limit.duration + .seconds(60))
    } catch {
      warnings.append(error.description)
    }
  }
}
