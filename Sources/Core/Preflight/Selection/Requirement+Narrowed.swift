/// What is left of a requirement for a selection.
package struct NarrowedRequirement: Sendable {
  /// What is still to be read and judged; nil where nothing is.
  package let requirement: Requirement?
  /// A verdict for each check that nothing needs to be read for.
  package let skipped: [Verdict]

  let selection: CheckSelection

  /// All verdicts: `judged`, which are those of ``requirement``, with what is not asked for among them skipped, and the
  /// rest. The names of a pattern's matches are known only now; and whether a volume exists is judged with all else of it.
  package func verdicts(_ judged: [Verdict]) -> [Verdict] {
    judged.map { verdict in
      let written = requirement?.writtenID(of: verdict.id) ?? verdict.id
      guard let reason = selection.reasonToSkip(verdict.id, written: written) else { return verdict }
      return Verdict(
        Check(id: verdict.id, wanted: verdict.wanted, origin: verdict.origin), .skipped, found: reason)
    } + skipped
  }
}

extension Requirement {
  /// Without the checks that `selection` leaves out, so that nothing is read or measured for them.
  package func narrowed(by selection: CheckSelection) -> NarrowedRequirement {
    var kept: Set<CheckID> = []
    var left: [(check: Check, reason: String)] = []
    for (check, shape) in zip(checks, shapes) {
      if let reason = selection.reasonToSkip(check, shape: shape) {
        left.append((check, reason))
      } else {
        kept.insert(check.id)
      }
    }
    if !kept.isEmpty, case .volume(let volume) = self {
      kept.insert(volume.check(.exists, at: volume.path.value.text).id)
    }
    let skipped = left.filter { !kept.contains($0.check.id) }.map { Verdict($0.check, .skipped, found: $0.reason) }
    return NarrowedRequirement(
      requirement: kept.isEmpty ? nil : keeping(kept), skipped: skipped, selection: selection)
  }

  private func keeping(_ kept: Set<CheckID>) -> Requirement {
    switch self {
    case .processors(let requirement):
      .processors(
        ProcessorRequirement(
          minimum: kept.contains(CheckID("cpu.min")) ? requirement.minimum : nil,
          maximum: kept.contains(CheckID("cpu.max")) ? requirement.maximum : nil))
    case .memory(let requirement):
      .memory(
        MemoryRequirement(
          minimum: kept.contains(CheckID("ram.min")) ? requirement.minimum : nil,
          maximum: kept.contains(CheckID("ram.max")) ? requirement.maximum : nil))
    case .volume(let requirement): .volume(requirement.keeping(kept))
    case .ports(let requirement):
      .ports(
        PortRequirement(
          transport: requirement.transport,
          ranges: zip(requirement.ranges, requirement.checks).filter { kept.contains($0.1.id) }.map(\.0)))
    case .operatingSystem, .instanceType, .device, .networkRate, .script: self
    }
  }
}

extension VolumeRequirement {
  fileprivate func keeping(_ kept: Set<CheckID>) -> VolumeRequirement {
    func keeps(_ asked: VolumeCheck) -> Bool { kept.contains(check(asked, at: path.value.text).id) }
    return VolumeRequirement(
      origin: origin, name: name, path: path, targetPath: targetPath, missing: missing,
      capacity: keeps(.capacity) ? capacity : nil, fileSystems: keeps(.filesystem) ? fileSystems : nil,
      minTransferRate: keeps(.writeRate) ? minTransferRate : nil, uid: keeps(.owner) ? uid : nil,
      gid: keeps(.owner) ? gid : nil, mode: keeps(.mode) ? mode : nil)
  }
}
