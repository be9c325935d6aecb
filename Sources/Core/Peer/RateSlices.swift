/// Counts what arrives into slices of time.
package struct RateSlices: Sendable {
  private let plan: RatePlan
  private var arrived: UInt64 = 0
  /// When the current slice began and what had arrived by then; the first one is the warm-up.
  private var mark: (microseconds: Int, bytes: UInt64)?
  /// Finished ones.
  package private(set) var rates: [TransferRate] = []

  package init(_ plan: RatePlan) {
    self.plan = plan
  }

  package var total: UInt64 { arrived }

  /// Notes that `count` bytes came in at `microseconds` after the first byte. A slice ends with the first arrival after its
  /// time, or once it had its share of the bytes allowed, and counts whole arrivals over the time that they took.
  package mutating func add(_ count: Int, at microseconds: Int) {
    arrived += UInt64(count)
    guard let mark else {
      let isWarm = microseconds >= Int(plan.warmUpMilliseconds) * 1000 || arrived >= plan.bytes / 4
      if isWarm { self.mark = (microseconds, arrived) }
      return
    }
    let share = plan.bytes / 4 * 3 / UInt64(plan.slices)
    if isWholeSlice(since: mark, at: microseconds) || arrived - mark.bytes >= share {
      finishSlice(since: mark, at: microseconds)
    }
  }

  /// Nothing more comes. The slice begun counts where its time is over, as on a link that went silent, and where it is all
  /// there is.
  package mutating func end(at microseconds: Int) {
    guard let mark, !isComplete, rates.isEmpty || isWholeSlice(since: mark, at: microseconds) else { return }
    finishSlice(since: mark, at: microseconds)
  }

  package var isComplete: Bool { rates.count >= Int(plan.slices) || arrived >= plan.bytes }

  private func isWholeSlice(since mark: (microseconds: Int, bytes: UInt64), at microseconds: Int) -> Bool {
    microseconds - mark.microseconds >= Int(plan.sliceMilliseconds) * 1000
  }

  private mutating func finishSlice(since mark: (microseconds: Int, bytes: UInt64), at microseconds: Int) {
    // Two arrivals within the clock's resolution are no time to divide by.
    guard microseconds > mark.microseconds, rates.count < Int(plan.slices) else { return }
    let bytes = Double(arrived - mark.bytes)
    rates.append(TransferRate(bytesPerSecond: UInt64(bytes * 1_000_000 / Double(microseconds - mark.microseconds))))
    self.mark = (microseconds, arrived)
  }
}
