extension ProcessorRequirement {
  var checks: [Check] { [minimumCheck, maximumCheck].compactMap { $0 } }

  private var minimumCheck: Check? {
    minimum.map {
      Check(id: CheckID("cpu.min"), wanted: "at least \(Wording.processors(Double($0.value)))", origin: $0.origin)
    }
  }

  private var maximumCheck: Check? {
    maximum.map {
      Check(id: CheckID("cpu.max"), wanted: "at most \(Wording.processors(Double($0.value)))", origin: $0.origin)
    }
  }

  /// By what a process of this node gets: the smallest of the CPUs online, its affinity and its cgroups' quota.
  package func judge(_ readings: ProcessorReadings) -> [Verdict] {
    let supply = ProcessorSupply(readings)
    var verdicts: [Verdict] = []
    if let check = minimumCheck, let bound = minimum.map({ Double($0.value) }) {
      verdicts.append(
        supply.verdict(
          check, supply.bounds.standing(minimum: bound),
          margin: supply.bounds.least.map { Margin(found: $0.value, minimum: bound, unit: .cpus) }, remedy: supply.more)
      )
    }
    if let check = maximumCheck, let bound = maximum.map({ Double($0.value) }) {
      verdicts.append(
        supply.verdict(
          check, supply.bounds.standing(maximum: bound),
          margin: supply.bounds.least.map { Margin(found: $0.value, maximum: bound, unit: .cpus) }, remedy: supply.fewer
        ))
    }
    return verdicts
  }
}

/// The CPUs that a process gets, and what keeps it from more.
private struct ProcessorSupply {
  enum Source {
    case online
    case affinity
    case quota
  }

  let bounds: Least<Source>
  let online: Int?

  init(_ readings: ProcessorReadings) {
    bounds = Least([
      (.online, readings.online.map { Double($0) }), (.affinity, readings.affinity.map { Double($0) }),
      (.quota, readings.quota),
    ])
    online = readings.online.value
  }

  func verdict(_ check: Check, _ standing: Least<Source>.Standing, margin: Margin?, remedy: String) -> Verdict {
    switch standing {
    case .met: Verdict(check, .pass, found: found, evidence: bounds.evidence, margin: margin)
    case .missed: Verdict(check, .fail, found: found, evidence: bounds.evidence, margin: margin, remedy: remedy)
    case .undecided:
      Verdict(check, .unknown, found: found, evidence: bounds.evidence, remedy: Remedy.readKernelFiles)
    }
  }

  /// `1.5 CPUs (quota of a cgroup; 8 online)`
  private var found: String {
    guard let least = bounds.least else { return Wording.notKnown(bounds.firstUnreadable) }
    let others = online.map { "; \($0) online" } ?? ""
    let source =
      switch least.source {
      case .online: ""
      case .affinity: " (affinity of this process\(others))"
      case .quota: " (quota of a cgroup\(others))"
      }
    return bounds.atMost + Wording.processors(least.value) + source + bounds.unreadableRemark
  }

  var more: String {
    switch bounds.least?.source {
    case .online, nil:
      "Give the machine more CPUs (a larger instance type, more virtual CPUs); lscpu shows any that are offline."
    case .affinity:
      """
      This process may run on some CPUs only: widen AllowedCPUs= or CPUAffinity= of its unit or slice, or the \
      container's set of CPUs.
      """
    case .quota:
      """
      A cgroup above this process limits its CPU time: raise CPUQuota= of its unit or slice, or the container's CPU \
      limit.
      """
    }
  }

  let fewer = """
    Use a smaller machine, keep the processes to fewer CPUs (AllowedCPUs= of their slice), or raise cpu.max if the \
    licence allows it.
    """
}
