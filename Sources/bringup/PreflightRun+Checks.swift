internal import Core
internal import Host

/// What is read of the node, a kind of requirement at a time.
extension PreflightRun {
  /// Each is read once: several documents may ask about it, and scripts are told of it, whether it is judged or not.
  mutating func checkNode(in root: borrowing Root) {
    let tellsScripts = !each(\.script).isEmpty
    let (processors, memory) = (each(\.processors), each(\.memory))
    if tellsScripts || !processors.isEmpty {
      let start = MonotonicTime.now
      let readings = Probe.processors(in: root)
      variables.processors = readings
      for asked in processors { keep(asked.requirement.judge(readings), at: asked.place, since: start) }
    }
    if tellsScripts || !memory.isEmpty {
      let start = MonotonicTime.now
      let readings = Probe.memory(in: root)
      variables.memory = readings
      for asked in memory { keep(asked.requirement.judge(readings), at: asked.place, since: start) }
    }
    let (systems, types) = (each(\.operatingSystem), each(\.instanceType))
    if tellsScripts || !systems.isEmpty {
      let start = MonotonicTime.now
      let reading = Probe.operatingSystem(in: root)
      variables.operatingSystem = reading.value
      for asked in systems { keep(asked.requirement.judge(reading), at: asked.place, since: start) }
    }
    if tellsScripts || !types.isEmpty {
      let start = MonotonicTime.now
      let readings = Probe.instance(in: root, asking: options.reading.metadataEndpoint)
      variables.instance = readings
      for asked in types { keep(asked.requirement.judge(readings.type), at: asked.place, since: start) }
    }
  }

  /// One look at the node's sockets for all ports.
  mutating func checkPorts(in root: borrowing Root) {
    let asked = each(\.ports)
    if asked.isEmpty { return }
    let ranges = { (transport: TransportProtocol) in
      asked.filter { $0.requirement.transport == transport }.flatMap { $0.requirement.ranges.map(\.value) }
    }
    let start = MonotonicTime.now
    let readings = Probe.heldPorts(tcp: ranges(.tcp), udp: ranges(.udp), in: root)
    for (place, requirement) in asked {
      keep(requirement.judge(readings[requirement.transport]), at: place, since: start)
    }
  }

  mutating func checkDevices() {
    var probe = DeviceProbe(interrupt: interrupt)
    for (place, requirement) in each(\.device) {
      let start = MonotonicTime.now
      keep(requirement.judge(probe.readings(of: requirement.path.value)), at: place, since: start)
    }
  }

  /// What is where; with `--fix`, what is not as it should be is made so before.
  mutating func checkVolumes(in root: borrowing Root) {
    var probe = VolumeProbe(interrupt: interrupt)
    if options.repair == .made { repairVolumes(in: root, &probe) }
    for (place, requirement) in each(\.volume) {
      let start = MonotonicTime.now
      let readings = probe.readings(of: requirement.path.value)
      volumes[place] = readings
      keep(requirement.judge(readings), at: place, since: start)
    }
  }

  /// All of them before any is judged: one may be the parent of another, or at its path.
  private mutating func repairVolumes(in root: borrowing Root, _ probe: inout VolumeProbe) {
    for (_, requirement) in each(\.volume) where interrupt.signal == nil {
      for reading in probe.readings(of: requirement.path.value) {
        fixes += VolumeFix.perform(requirement.fixes(for: reading, selection: options.selection), in: root)
      }
    }
  }

  /// A disk takes as much as one writer gives it: one measurement after the other.
  mutating func measureWriteRates() {
    for (place, requirement) in each(\.volume) where requirement.minTransferRate != nil {
      guard var readings = volumes[place] else { continue }
      var times: [CheckID: Int] = [:]
      let progress = progress
      let path = requirement.path.value.text
      let probe = WriteRateProbe(interrupt: interrupt) { part in
        progress.tell("measuring the write rate of \(path)", part: part)
      }
      for (index, reading) in readings.enumerated()
      where options.selection.includes(.writeRate, of: requirement, at: reading) {
        let start = MonotonicTime.now
        readings[index] = reading.measured(by: probe)
        let check = requirement.check(.writeRate, at: requirement.name(of: reading))
        times[check.id] = MonotonicTime.now.microseconds(since: start)
      }
      judged[place] = zip(judged[place], requirement.judge(readings)).map { before, verdict in
        var verdict = verdict
        verdict.microseconds = times[verdict.id] ?? before.microseconds
        return verdict
      }
    }
  }

  /// Several at the same time: mostly they wait.
  mutating func runScripts() {
    let asked = each(\.script)
    if asked.isEmpty { return }
    progress.tell("running \(asked.count) script\(asked.count == 1 ? "" : "s")", part: nil)
    progress.extendTimeout(by: options.timeLimit.duration)
    variables.profile = input.choice.profile
    variables.programVersion = Version.text
    let probe = ScriptProbe(
      environment: .current(), variables: variables, timeLimit: options.timeLimit.duration, interrupt: interrupt)
    let results = Parallel.map(asked, atOnce: 4) { item in
      let start = MonotonicTime.now
      let reading = probe.run(item.requirement)
      return (item.requirement.judge(reading), MonotonicTime.now.microseconds(since: start))
    }
    for ((place, _), (verdicts, microseconds)) in zip(asked, results) {
      judged[place] = verdicts
      if !verdicts.isEmpty { judged[place][0].microseconds = microseconds }
    }
  }
}
