/// One match of a device pattern.
struct JudgedDevice {
  let reading: DeviceReading
  let wanted: DeviceAccess

  var name: String { Printable.escape(reading.path) }

  var isDevice: Bool {
    switch reading.kind.value {
    case .character, .block: true
    case .directory, .other, nil: false
    }
  }

  /// Why it is not as wanted.
  var failure: String? {
    switch reading.kind.value {
    case .other(let what): return "\(name) is \(Printable.escape(what))"
    case .directory, nil: return nil
    case .character, .block:
      guard let access = reading.access.value, !access.isSuperset(of: wanted) else { return nil }
      return "\(name): no right to \(Wording.access(wanted.subtracting(access)))"
    }
  }

  /// Why it cannot be told.
  var unknown: String? {
    switch reading.kind {
    case .unreadable(let evidence): return "\(name): \(Wording.notKnown(evidence))"
    case .known(.directory, _), .known(.other, _): return nil
    case .known(.character, _), .known(.block, _):
      guard case .unreadable(let evidence) = reading.access else { return nil }
      return "\(name): access \(Wording.notKnown(evidence))"
    }
  }

  /// What it is; where that is plain and the access is not, what tells of the access.
  var evidence: Evidence { isDevice && reading.access.value == nil ? reading.access.evidence : reading.kind.evidence }
}
