/// Plans one part.
struct PartPlanner: Sendable {
  let part: Part
  let request: PlanRequest
  let share: CloudInitShare
  let earlier: EarlierRuns

  private var appends: AppendRule { AppendRule(cloudInit: request.cloudInit, share: share, earlier: earlier) }

  func plan() throws(PartFailure) -> PlannedPart {
    switch part.type {
    case .cloudConfig: try cloudConfig()
    case .bringup: try document()
    case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce:
      commandPart(.script, ScriptText.ofScript(part.content))
    case .boothook: commandPart(.boothook, ScriptText.ofBoothook(part.content))
    case .cloudConfigPatch: left(.notSupported("a JSON patch of the cloud-config"))
    case .includeURL, .includeOnceURL: left(.notSupported("#include"))
    case .partHandler: left(.notSupported("a part-handler"))
    case .jinja: left(.notSupported("a jinja template"))
    case .upstartJob: left(.unknownType)
    case .unhandled: left(.unknownType)
    }
  }

  private func planned(_ steps: [Step], warnings: [Finding] = []) -> PlannedPart {
    PlannedPart(
      name: part.name, type: part.type, origin: part.placement.origin, steps: steps, warnings: part.warnings + warnings)
  }

  private func left(_ reason: LeaveReason) -> PlannedPart {
    planned([leave(.other, part.name.description, reason)])
  }

  private func leave(_ kind: StepKind, _ subject: String, _ reason: LeaveReason, at origin: Origin? = nil) -> Step {
    Step(origin: origin ?? part.placement.origin, action: .leave(kind: kind, subject: subject, reason: reason))
  }

  private func commandPart(_ kind: StepKind, _ text: [UInt8]) -> PlannedPart {
    planned([commandStep(kind, name: part.name.description, content: text, at: part.placement.origin)])
  }

  private func commandStep(_ kind: StepKind, name: String, content: [UInt8], at origin: Origin) -> Step {
    switch request.commands {
    case .run: Step(origin: origin, action: .run(Command(kind: kind, name: name, content: content)))
    case .leave: leave(kind, name, share.reasonToLeave(kind, of: part), at: origin)
    }
  }

  private func cloudConfig() throws(PartFailure) -> PlannedPart {
    let config = try CloudConfig.decode(part)
    var warnings = config.warnings
    var runs: [Step] = []
    for (commands, kind) in [(config.bootCommands, StepKind.bootCommands), (config.runCommands, .runCommands)] {
      switch commands {
      case .none: break
      case .script(let list):
        let step = commandStep(kind, name: kind.rawValue, content: list.script, at: list.origin)
        if case .leave(_, _, let reason) = step.action, reason == .cloudInitLoses(kind) {
          warnings.append(Finding(origin: list.origin, message: "\(kind.rawValue): \(reason.sentence)"))
        }
        runs.append(step)
      case .broken(let error):
        guard request.commands == .leave else { throw PartFailure(name: part.name, errors: [error]) }
        warnings.append(Finding(origin: error.origin, message: error.problem.sentence))
      }
    }
    var steps = try fileSteps(config.files)
    steps += runs
    return planned(steps, warnings: warnings)
  }

  private func document() throws(PartFailure) -> PlannedPart {
    let document = try BringupDocument.decode(part)
    let gate = document.preflight.map { PreflightGate(part: part, section: $0, program: request.program) }
    var steps = try fileSteps(document.files)
    for dropIn in document.dropIns { steps.append(Step(origin: dropIn.origin, action: .dropIn(dropIn))) }
    steps += try gate?.steps() ?? []
    return planned(steps, warnings: document.dropIns.compactMap(warning) + [gate?.warning].compactMap(\.self))
  }

  /// Each run of a document of its own writes its drop-ins anew: of two with one name the last wins, at every boot.
  private func warning(on dropIn: DropIn) -> Finding? {
    earlier.otherPart(thatWrote: dropIn, for: part.name, in: request.scope).map { other in
      Finding(
        origin: dropIn.origin,
        message:
          "an earlier run wrote \(dropIn.path) for part \(other), which this one replaces; unless that part is gone,"
          + " give one of them another name with dropIn")
    }
  }

  private func fileSteps(_ entries: [FileEntry]) throws(PartFailure) -> [Step] {
    var errors: [UserDataError] = []
    var steps: [Step] = []
    steps.reserveCapacity(entries.count)
    for entry in entries where errors.count < Limits.errorsPerPart {
      do throws(UserDataError) {
        steps.append(try fileStep(entry))
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw PartFailure(name: part.name, errors: errors) }
    return steps
  }

  private func fileStep(_ entry: FileEntry) throws(UserDataError) -> Step {
    let write = entry.write
    if write.path.hadParentReference, request.confinement == .image {
      throw UserDataError(entry.origin, .document(.parentReference(write.path)))
    }
    if entry.sourceURI != nil {
      guard part.type == .cloudConfig else { throw UserDataError(entry.origin, .document(.notBundled)) }
      return leave(.file, write.path.text, .notSupported("source.uri"), at: entry.origin)
    }
    if entry.timing == .deferred, appends.isDeferredToCloudInit(entry, of: part) {
      return leave(write.extent == .whole ? .file : .append, write.path.text, .cloudInitDefers, at: entry.origin)
    }
    if let unit = UnitFilePath(write.path), write.extent == .whole {
      let placement = Placement(source: entry.origin.source, part: write.path.text, alignment: .detached)
      _ = try UnitFile.parse(write.content, of: unit.type, placement: placement)
    }
    if request.frequency == .oncePerInstance, earlier.gaveInstance(write.path) {
      return leave(.file, write.path.text, .instanceHasIt, at: entry.origin)
    }
    let extent = write.extent == .whole ? .whole : appends.extent(of: entry, in: part)
    return Step(origin: entry.origin, action: .write(write.with(extent)))
  }
}
