/// What cloud-init itself makes of the parts: which of them it reads too, and what is left of those after its merge.
struct CloudInitShare: Sendable {
  /// The parts that cloud-init reads, merged; nil where it has no part in this boot.
  private let merged: MergedConfig?
  private let survivors: Survivors?
  /// The index of each of cloud-init's parts in its own order, by the part.
  private var ordinals: [PartKey: Int] = [:]

  private struct PartKey: Hashable {
    let source: String
    let name: PartName
    let ordinal: Int

    init(_ part: Part) {
      source = part.placement.source
      name = part.name
      ordinal = part.ordinal
    }
  }

  init(_ parts: [Part], _ outlook: CloudInitOutlook) {
    switch outlook {
    case .present(let source, _, _):
      let theirs = parts.filter { $0.placement.source == source }.sorted { $0.ordinal < $1.ordinal }
      let merged = CloudConfigMerge.merge(theirs)
      self.merged = merged
      survivors = merged.survivors
      for (index, part) in theirs.enumerated() { ordinals[PartKey(part)] = index }
    case .absent:
      merged = nil
      survivors = nil
    }
  }

  /// Whether cloud-init's merge kept the entry: then cloud-init writes it, has written it, or will.
  func writes(_ entry: FileEntry, of part: Part) -> Bool {
    guard let survivors, let index = ordinals[PartKey(part)] else { return false }
    return survivors.contains(part: index, entry: entry.position)
  }

  /// Why the part's script, or its list of commands, is left.
  func reasonToLeave(_ kind: StepKind, of part: Part) -> LeaveReason {
    guard let merged else { return .needsRun }
    guard let index = ordinals[PartKey(part)] else { return .unseenByCloudInit }
    switch kind {
    case .bootCommands, .runCommands:
      return merged.loses(kind.rawValue, ofPart: index) ? .cloudInitLoses(kind) : .cloudInit
    case .file, .append, .dropIn, .remove, .reload, .readBack, .preflight, .script, .boothook, .state, .other:
      return .cloudInit
    }
  }
}
