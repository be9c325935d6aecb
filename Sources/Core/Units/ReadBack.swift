/// Compares what drop-ins asked for with what systemd made of them.
package enum ReadBack {
  /// Every way in which `dropIns`, all of the unit of `state`, are not in effect; empty where all are, and where the unit
  /// does not exist yet.
  package static func differences(of dropIns: [DropIn], in state: UnitState) -> [ReadBackDifference] {
    switch state.load {
    case .notFound: []
    case .masked: [ReadBackDifference(unit: state.unit, fault: .masked)]
    case .other(let word): [ReadBackDifference(unit: state.unit, fault: .notLoaded(word))]
    case .loaded:
      (state.needsReload ? [ReadBackDifference(unit: state.unit, fault: .needsReload)] : [])
        + dropIns.flatMap { differences(of: $0, loaded: state) }
    }
  }

  private static func differences(of dropIn: DropIn, loaded state: UnitState) -> [ReadBackDifference] {
    guard let place = state.dropIns.firstIndex(of: dropIn.path) else {
      return [ReadBackDifference(unit: state.unit, fault: .dropInNotRead(dropIn.path))]
    }
    let later = Array(state.dropIns[(place + 1)...])
    return dropIn.expected.compactMap { fault(expecting: $0, in: state.settings, later: later) }
      .map { ReadBackDifference(unit: state.unit, fault: $0) }
  }

  private static func fault(
    expecting expectation: DropIn.Expectation, in settings: [UnitState.Setting], later: [AbsolutePath]
  ) -> ReadBackDifference.Fault? {
    switch expectation {
    case .command(let property, let arguments):
      let lines = settings.flatMap { setting in
        if case .commands(property, let lines) = setting { lines } else { [] as [[String]] }
      }
      if lines.contains(where: { isSame($0, arguments) }) { return nil }
      return .commandMissing(property: property, arguments: arguments, later: later)
    case .duration(let property, let wanted):
      let found = settings.firstNonNil { setting -> UInt64? in
        if case .duration(property, let microseconds) = setting { microseconds } else { nil }
      }
      if found == wanted { return nil }
      return .duration(property: property, wanted: wanted, found: found, later: later)
    }
  }

  /// By bytes: Swift's `==` takes different spellings of an accented letter for one.
  private static func isSame(_ left: [String], _ right: [String]) -> Bool {
    left.elementsEqual(right) { $0.utf8.elementsEqual($1.utf8) }
  }
}

extension Sequence {
  fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
    for element in self {
      if let value = transform(element) { return value }
    }
    return nil
  }
}
