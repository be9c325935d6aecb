/// Who writes an `append: true` or `defer: true` entry, so that each text is in its file once.
///
/// cloud-init appends what is left of `write_files` after its merge, once per instance, after this program ran. What it will
/// append in this boot it is left to append; what it lost in the merge, or has done already, is this program's.
struct AppendRule: Sendable {
  private let request: PlanRequest
  private let survivors: Survivors?
  /// The index of each of cloud-init's parts in its own order, by the part's index in the plan's.
  private var ordinals: [PartKey: Int] = [:]
  private let earlier: EarlierRuns

  private struct PartKey: Hashable {
    let name: PartName
    let ordinal: Int
  }

  init(_ parts: [Part], _ request: PlanRequest, earlier: EarlierRuns) {
    self.earlier = earlier
    self.request = request
    switch request.cloudInit {
    case .present(.some(let source), _, _):
      let theirs = parts.filter { $0.placement.source == source }.sorted { $0.ordinal < $1.ordinal }
      survivors = CloudConfigMerge.merge(theirs).survivors
      for (index, part) in theirs.enumerated() { ordinals[PartKey(name: part.name, ordinal: part.ordinal)] = index }
    case .present(.none, _, _), .absent:
      survivors = nil
    }
  }

  /// Whether cloud-init's merge kept the entry: then cloud-init writes it, has written it, or will.
  private func isCloudInits(_ entry: FileEntry, of part: Part) -> Bool {
    guard let survivors, let index = ordinals[PartKey(name: part.name, ordinal: part.ordinal)] else { return false }
    return survivors.contains(part: index, entry: entry.position)
  }

  /// How an appending entry goes to its file.
  func extent(of entry: FileEntry, in part: Part) -> FileWrite.Extent {
    let isRecorded = earlier.appended(SHA256(of: entry.write.content), to: entry.write.path)
    guard isCloudInits(entry, of: part), case .present(_, let module, _) = request.cloudInit else {
      return .appended(isRecorded ? .written : .unknown)
    }
    switch module {
    case .pending: return .withdrawn(isRecorded ? .written : .unknown)
    case .done: return .appended(.written)
    }
  }

  /// Whether cloud-init's final stage will write a deferred entry, or has.
  func isDeferredToCloudInit(_ entry: FileEntry, of part: Part) -> Bool {
    guard isCloudInits(entry, of: part), case .present(_, _, let module) = request.cloudInit else { return false }
    return module == .pending
  }
}
