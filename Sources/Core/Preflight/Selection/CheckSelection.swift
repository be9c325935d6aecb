/// Which checks are asked for: those that `only` names (all where it is empty) without those that `skip` names.
package struct CheckSelection: Sendable {
  package let only: [CheckPattern]
  package let skip: [CheckPattern]

  package init(only: [CheckPattern] = [], skip: [CheckPattern] = []) {
    self.only = only
    self.skip = skip
  }

  package static let all = CheckSelection()

  package func includes(_ id: CheckID) -> Bool { reasonToSkip(id, written: id) == nil }

  /// Whether `asked` of what `volume` is about is asked for at `reading`, which may be one match of many.
  package func includes(_ asked: VolumeCheck, of volume: VolumeRequirement, at reading: VolumeReading) -> Bool {
    let written = volume.check(asked, at: volume.path.value.text).id
    return reasonToSkip(volume.check(asked, at: volume.name(of: reading)).id, written: written) == nil
  }

  /// For `found` of a skipped verdict; nil where the check is asked for. `written` is its name with the manifest's pattern
  /// in place of the match: either may be named.
  func reasonToSkip(_ id: CheckID, written: CheckID) -> String? {
    if let pattern = skip.first(where: { $0.matches(id) || $0.matches(written) }) { return "--skip \(pattern)" }
    guard !only.isEmpty, !only.contains(where: { $0.matches(id) || $0.matches(written) }) else { return nil }
    return "not named by --only"
  }

  /// For `found` where no check that `check` may turn into is asked for; nil where one may be.
  func reasonToSkip(_ check: Check, shape: NameShape) -> String? {
    if let pattern = skip.first(where: { $0.matches(check.id) }) { return "--skip \(pattern)" }
    guard !only.isEmpty, !only.contains(where: { $0.matches(check.id) || $0.mayMatch(shape) }) else { return nil }
    return "not named by --only"
  }

  /// Patterns that no check of `requirements`, and none of `others`, has a name for: most likely misspelt. To skip what
  /// there may be (`--skip port`, `--skip '*:write-rate'` for all of a fleet's manifests) is no mistake where there is none.
  package func unused(among requirements: [Requirement], others: [CheckID] = []) -> [CheckPattern] {
    let shapes = requirements.flatMap(\.shapes) + others.map { NameShape($0) }
    let meant = only + skip.filter { !$0.hasWildcard && !CheckID.kinds.contains($0.text) }
    return meant.filter { pattern in !shapes.contains(where: pattern.mayMatch) }
  }
}
