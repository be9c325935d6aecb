/// What is asked of a volume, in the order of its verdicts.
package enum VolumeCheck: String, Sendable, CaseIterable {
  case exists
  case filesystem
  case capacity
  case writeRate = "write-rate"
  case owner
  case mode
}

extension VolumeRequirement {
  /// At the path as written.
  var checks: [Check] { askedChecks.map { check($0, at: path.value.text) } }

  var askedChecks: [VolumeCheck] { VolumeCheck.allCases.filter(asks) }

  private func asks(_ check: VolumeCheck) -> Bool {
    switch check {
    case .exists: true
    case .filesystem: fileSystems != nil
    case .capacity: capacity != nil
    case .writeRate: minTransferRate != nil
    case .owner: uid != nil || gid != nil
    case .mode: mode != nil
    }
  }

  /// A check at `path`, which is a match of the pattern or the path as written.
  package func check(_ check: VolumeCheck, at path: String) -> Check {
    let stated: Origin? =
      switch check {
      case .exists: self.path.origin
      case .filesystem: fileSystems?.origin
      case .capacity: capacity?.origin
      case .writeRate: minTransferRate?.origin
      case .owner: uid?.origin ?? gid?.origin
      case .mode: mode?.origin
      }
    return Check(
      id: CheckID("volume:\(path):\(check.rawValue)"), wanted: wanted(check), origin: stated ?? origin)
  }

  /// How checks are called for `reading`: the match of a pattern, else the path as written.
  package func name(of reading: VolumeReading) -> String {
    path.value.hasWildcards ? reading.path.text : path.value.text
  }

  private func wanted(_ check: VolumeCheck) -> String {
    switch check {
    case .exists:
      switch missing {
      case .create: "a directory, there or to be made"
      case .fail: "a directory"
      case .skip: "a directory, if it is there"
      }
    case .filesystem: Wording.choice((fileSystems?.value ?? []).map(Printable.escape))
    case .capacity: "at least \(capacity.map { "\($0.value)" } ?? "0B") available"
    case .writeRate: "at least \(minTransferRate.map { "\($0.value)" } ?? "0B/s")"
    case .owner:
      [uid.map { "uid \($0.value)" }, gid.map { "gid \($0.value)" }].compactMap { $0 }.joined(separator: ", ")
    case .mode: mode.map { "\($0.value)" } ?? ""
    }
  }
}
