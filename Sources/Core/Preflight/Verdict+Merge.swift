extension Sequence<Verdict> {
  /// One verdict a name, in the order in which the names come first.
  ///
  /// Several items of a manifest may ask one thing: two volumes at one path, a path that a pattern matches as well, two
  /// documents that both want CPUs. The name then stands for the item that is hardest to meet: its verdict is the worst; of
  /// equals the one with the least margin, else the first.
  package var oneEachName: [Verdict] {
    var places: [CheckID: Int] = [:]
    var merged: [Verdict] = []
    for verdict in self {
      if let place = places[verdict.id] {
        merged[place] = merged[place].merged(with: verdict)
      } else {
        places[verdict.id] = merged.count
        merged.append(verdict)
      }
    }
    return merged
  }
}

extension Verdict {
  fileprivate func merged(with other: Verdict) -> Verdict {
    var harder = other.isHarder(than: self) ? other : self
    // Both were read for.
    harder.microseconds = [microseconds, other.microseconds].compactMap { $0 }.reduce(nil) { ($0 ?? 0) + $1 }
    harder.blockingOutcome = max(blockingOutcome, other.blockingOutcome)
    return harder
  }

  private func isHarder(than other: Verdict) -> Bool {
    if outcome != other.outcome { return outcome > other.outcome }
    guard let margin, let otherMargin = other.margin, margin.unit == otherMargin.unit else { return false }
    return margin.distance < otherMargin.distance
  }
}
