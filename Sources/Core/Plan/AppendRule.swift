/// Who writes an `append: true` or `defer: true` entry, so that each text is in its file once.
///
/// cloud-init appends what is left of `write_files` after its merge, once per instance, after this program ran. What it will
/// append in this boot it is left to append; what it lost in the merge, or has done already, is this program's.
struct AppendRule: Sendable {
  let cloudInit: CloudInitOutlook
  let share: CloudInitShare
  let earlier: EarlierRuns

  /// How an appending entry goes to its file.
  func extent(of entry: FileEntry, in part: Part) -> FileWrite.Extent {
    let isRecorded = earlier.appended(entry.write.digest, to: entry.write.path)
    guard share.writes(entry, of: part), case .present(_, let module, _) = cloudInit else {
      return .appended(isRecorded ? .written : .unknown)
    }
    switch module {
    case .pending: return .withdrawn(isRecorded ? .written : .unknown)
    case .done: return .appended(.written)
    }
  }

  /// Whether cloud-init's final stage will write a deferred entry, or has.
  func isDeferredToCloudInit(_ entry: FileEntry, of part: Part) -> Bool {
    guard share.writes(entry, of: part), case .present(_, _, let module) = cloudInit else { return false }
    return module == .pending
  }
}
