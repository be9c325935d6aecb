extension MemoryRequirement {
  var checks: [Check] { [minimumCheck, maximumCheck].compactMap { $0 } }

  private var minimumCheck: Check? {
    minimum.map { Check(id: CheckID("ram.min"), wanted: "at least \($0.value)", origin: $0.origin) }
  }

  private var maximumCheck: Check? {
    maximum.map { Check(id: CheckID("ram.max"), wanted: "at most \($0.value)", origin: $0.origin) }
  }

  /// By what the processes of this node get: the smaller of `MemTotal` and its cgroups' limit.
  ///
  /// `MemTotal` lacks what the kernel keeps for itself, so a machine sold with 8 GiB misses `8GiB`. Where that is proven to
  /// be the only reason (the memory built in meets the minimum, no cgroup takes any away, and no more is missing than kernels
  /// keep), the verdict is a warning. Where the machine does not tell what is built in, the minimum is missed, and the remedy says
  /// what may be behind it.
  ///
  /// A cgroup's limit is of whole pages, however it was asked for: a minimum is met by a limit of the same size.
  package func judge(_ readings: MemoryReadings) -> [Verdict] {
    let supply = MemorySupply(readings)
    var verdicts: [Verdict] = []
    if let check = minimumCheck, let bound = minimum?.value { verdicts.append(supply.judge(check, minimum: bound)) }
    if let check = maximumCheck, let bound = maximum?.value { verdicts.append(supply.judge(check, maximum: bound)) }
    return verdicts
  }
}

/// The memory that processes get, and what keeps them from more.
private struct MemorySupply {
  enum Source {
    case total
    case limit
  }

  let bounds: Least<Source>
  let readings: MemoryReadings

  init(_ readings: MemoryReadings) {
    self.readings = readings
    let total = (Source.total, readings.total.map { Optional(Double($0.bytes)) })
    let limit = (Source.limit, readings.limit.map { $0.map { Double($0.bytes) } })
    // A container's view of `MemTotal` may be its cgroup's limit (lxcfs), and of equals the first named counts.
    let isLimit = total.1.value != nil && total.1.value == limit.1.value
    bounds = Least(isLimit ? [limit, total] : [total, limit])
  }

  func judge(_ check: Check, minimum: ByteCount) -> Verdict {
    let part = bounds.least?.source == .limit ? minimum.bytes % Self.largestPage : 0
    let bound = Double(minimum.bytes - part)
    let margin = bounds.least.map { Margin(found: $0.value, minimum: bound, unit: .bytes) }
    switch bounds.standing(minimum: bound) {
    case .met: return Verdict(check, .pass, found: found(minimum), evidence: evidence, margin: margin)
    case .undecided: return undecided(check, minimum)
    case .missed:
      if onlyReserveIsMissing(minimum) {
        // A limit that cannot be read may be what is really missing.
        guard bounds.isWhole else { return undecided(check, minimum) }
        return Verdict(
          check, .warn, found: found(minimum), evidence: evidence, margin: margin,
          remedy: """
            Nothing, if the workload fits: the memory built in meets the minimum, and the kernel keeps the rest for \
            itself. A minimum a little lower (or in GB instead of GiB) would not warn.
            """)
      }
      return Verdict(
        check, .fail, found: found(minimum), evidence: evidence, margin: margin, remedy: more(minimum))
    }
  }

  func judge(_ check: Check, maximum: ByteCount) -> Verdict {
    let margin = bounds.least.map { Margin(found: $0.value, maximum: Double(maximum.bytes), unit: .bytes) }
    switch bounds.standing(maximum: Double(maximum.bytes)) {
    case .met: return Verdict(check, .pass, found: found(maximum), evidence: evidence, margin: margin)
    case .undecided: return undecided(check, maximum)
    case .missed:
      return Verdict(check, .fail, found: found(maximum), evidence: evidence, margin: margin, remedy: less(maximum))
    }
  }

  private func undecided(_ check: Check, _ bound: ByteCount) -> Verdict {
    Verdict(check, .unknown, found: found(bound), evidence: evidence, remedy: Remedy.readKernelFiles)
  }

  /// Of the architectures that Linux runs on, in bytes.
  private static let largestPage: UInt64 = 64 << 10

  private func onlyReserveIsMissing(_ minimum: ByteCount) -> Bool {
    guard let installed, let least = bounds.least, least.source == .total, installed >= minimum else { return false }
    return Double(installed.bytes) - least.value <= Double(installed.bytes) * Self.reserve + Self.crashReserve
  }

  private var installed: ByteCount? { readings.installed.value.flatMap { $0 } }

  /// What the kernel keeps of a machine's memory, in parts of it: rarely more.
  private static let reserve = 1.0 / 16
  /// And what is set aside beside that for a dump of a crashed kernel, in bytes.
  private static let crashReserve = Double(512 << 20)

  private var evidence: [Evidence] { bounds.evidence + [readings.installed.evidence] }

  /// `7.56GiB of 8GiB built in`
  private func found(_ bound: ByteCount) -> String {
    guard let least = bounds.least else { return Wording.notKnown(bounds.firstUnreadable) }
    func text(_ size: ByteCount) -> String { Wording.size(size, like: bound) }
    let source =
      switch least.source {
      case .total: installed.map { " of \(text($0)) built in" } ?? ""
      case .limit: ", the limit of a cgroup\(readings.total.value.map { "; the machine has \(text($0))" } ?? "")"
      }
    return bounds.atMost + text(ByteCount(UInt64(least.value))) + source + bounds.unreadableRemark
  }

  private func more(_ minimum: ByteCount) -> String {
    guard let least = bounds.least, least.source == .total else {
      return """
        A cgroup above this process limits its memory: raise MemoryMax= of its unit or slice, or the container's memory \
        limit.
        """
    }
    if let installed, installed >= minimum {
      return """
        Find what keeps the memory that is built in from the node: a container's limit, a balloon driver, memory that is \
        offline, or mem= or a large crashkernel= on the kernel's command line.
        """
    }
    var text = "Give the machine more memory (a larger instance type)."
    if let twin = UnitTwin.decimal(of: minimum), least.value >= Double(twin.size.bytes) {
      text +=
        " \(twin.written) is \(percent(minimum, over: twin.size)) % more than \(twin.twin), which this machine has:"
      text += " if that was meant, write \"\(twin.twin)\"."
    } else if installed == nil, isNear(least.value, minimum) {
      text += " So little is missing that it may be what the kernel keeps for itself; this machine does not tell how"
      text += " much is built in. If it is that, lower ram.min by as much."
    }
    return text
  }

  private func less(_ maximum: ByteCount) -> String {
    var text = """
      Use a smaller machine, limit the processes (MemoryMax= of their slice), or raise ram.max if the licence allows it.
      """
    if let least = bounds.least, let twin = UnitTwin.binary(of: maximum), least.value <= Double(twin.size.bytes) {
      text +=
        " \(twin.written) is \(percent(twin.size, over: maximum)) % less than \(twin.twin), which this machine stays"
      text += " within: if that was meant, write \"\(twin.twin)\"."
    }
    return text
  }

  private func isNear(_ value: Double, _ minimum: ByteCount) -> Bool {
    value >= Double(minimum.bytes) * (1 - Self.reserve)
  }

  private func percent(_ large: ByteCount, over small: ByteCount) -> Int {
    Int(((Double(large.bytes) / Double(small.bytes) - 1) * 100).rounded())
  }
}
