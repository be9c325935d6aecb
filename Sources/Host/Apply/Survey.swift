internal import Core

/// What a plan comes to on this root: every name looked up, every path found, entries for one file folded into one.
/// Nothing has been written. `plan` shows it, `apply` carries it out.
struct Survey: Sendable {
  /// In the order in which the plan first names them.
  let targets: [Target]
  /// Files that shall go, or why one could not be looked at.
  let removals: [Gone]
  /// The parts that fail on this root, by index in the plan; nothing of such a part is in `targets`.
  let failures: [Int: Failure]
  /// What a run has to write or remove; empty where the node is as asked.
  let changes: [Change]

  private init(targets: [Target], removals: [Gone], failures: [Int: Failure]) {
    self.targets = targets
    self.removals = removals
    self.failures = failures
    var changes: [Change] = []
    for target in targets where target.isChange { changes.append(Change(target)) }
    for gone in removals {
      guard case .present(let location, let before) = gone.finding else { continue }
      changes.append(Change(at: location, before: before, wanted: nil))
    }
    self.changes = changes
  }

  struct Gone: Sendable {
    let removal: Removal
    let finding: Finding

    enum Finding: Sendable {
      case present(Location, FileImage)
      case absent
      case unreadable(HostError)
    }
  }

  /// Why a part fails, by step: what it fails at, and what could not be put back of it thereafter.
  struct Failure: Sendable {
    private(set) var errors: [Int: HostError]
    /// The steps whose files are as asked all the same.
    private(set) var stuck: Set<Int> = []

    init(step: Int, error: HostError) {
      errors = [step: error]
    }

    /// What is known of the step by then is told rather.
    mutating func add(_ error: HostError, at step: Int) {
      errors[step] = errors[step] ?? error
    }

    mutating func setStuck(_ error: HostError, at step: Int) {
      errors[step] = error
      stuck.insert(step)
    }
  }

  /// Looks at the root for all parts of `plan` but those of `failed`, which fail for reasons known already.
  static func take(
    _ plan: Plan, failed: [Int: Failure], root: borrowing Root, accounts: Accounts
  ) -> Survey {
    var failures = failed
    while true {
      var surveyor = Surveyor(failures: failures)
      surveyor.resolve(plan, root: root, accounts: accounts)
      let targets = surveyor.targets(in: root)
      if surveyor.failures.count == failures.count {
        let removals = surveyor.removals(plan, in: root)
        return Survey(targets: targets, removals: removals, failures: failures)
      }
      // A part that fails takes its files along, which may leave another part's as the last word: look again.
      failures = surveyor.failures
    }
  }
}

/// Collects the writes to each file while a survey is taken.
private struct Surveyor: ~Copyable {
  var failures: [Int: Survey.Failure]
  private var cursor = DirectoryCursor()
  private var found: [Found] = []
  private var indices: [Location.Identity: Int] = [:]
  private var claims = PathClaims()

  private struct Found {
    let location: Location
    var writes: [ResolvedWrite]
    var steps: [StepReference]
  }

  init(failures: [Int: Survey.Failure]) {
    self.failures = failures
  }

  mutating func resolve(_ plan: Plan, root: borrowing Root, accounts: Accounts) {
    for (partIndex, part) in plan.parts.enumerated() where failures[partIndex] == nil {
      var resolved: [(Location, ResolvedWrite, StepReference)] = []
      for (stepIndex, step) in part.steps.enumerated() {
        guard let file = step.file else { continue }
        do throws(HostError) {
          let owner = try accounts.resolve(file.owner)
          let location = try Location.find(file.path.text, in: root, cursor: &cursor)
          let write = ResolvedWrite(
            content: file.content, extent: file.extent, mode: file.mode, user: owner.user, group: owner.group)
          resolved.append((location, write, StepReference(part: partIndex, step: stepIndex)))
        } catch {
          failures[partIndex] = Survey.Failure(step: stepIndex, error: error)
          break
        }
      }
      guard failures[partIndex] == nil else { continue }
      if let conflict = claims.claim(resolved.map(\.0)) {
        failures[partIndex] = Survey.Failure(step: resolved[conflict.index].2.step, error: conflict.error)
        continue
      }
      for (location, write, reference) in resolved { add(write, at: location, for: reference) }
    }
  }

  private mutating func add(_ write: ResolvedWrite, at location: Location, for step: StepReference) {
    if let index = indices[location.identity] {
      found[index].writes.append(write)
      found[index].steps.append(step)
    } else {
      indices[location.identity] = found.count
      found.append(Found(location: location, writes: [write], steps: [step]))
    }
  }

  mutating func targets(in root: borrowing Root) -> [Target] {
    var targets: [Target] = []
    targets.reserveCapacity(found.count)
    for file in found {
      do throws(HostError) {
        let before = try Target.read(file.location, in: root, cursor: &cursor)
        if before == nil, file.writes.allSatisfy(\.extent.isWithdrawn) { continue }
        let folded = FileFold.fold(file.writes, onto: before)
        targets.append(Target(location: file.location, before: before, folded: folded, steps: file.steps))
      } catch {
        for step in file.steps where failures[step.part] == nil {
          failures[step.part] = Survey.Failure(step: step.step, error: error)
        }
      }
    }
    return targets
  }

  /// The plan's removals but those that a failing part may still ask for.
  mutating func removals(_ plan: Plan, in root: borrowing Root) -> [Survey.Gone] {
    let failing = Set(failures.keys.map { plan.parts[$0].name.description })
    return plan.removals.filter { !failing.contains($0.part) }.map { removal in
      Survey.Gone(removal: removal, finding: look(for: removal, in: root))
    }
  }

  private mutating func look(for removal: Removal, in root: borrowing Root) -> Survey.Gone.Finding {
    do throws(HostError) {
      let location = try Location.find(removal.path.text, in: root, cursor: &cursor)
      guard let image = try Target.read(location, in: root, cursor: &cursor) else { return .absent }
      return .present(location, image)
    } catch {
      return .unreadable(error)
    }
  }
}
