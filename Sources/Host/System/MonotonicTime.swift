internal import CLinux
internal import Glibc

/// A moment of the clock that only runs forward (clock_gettime(2), CLOCK_MONOTONIC): for deadlines and for measuring.
package struct MonotonicTime: Hashable, Comparable, Sendable {
  /// Since some fixed moment, mostly the boot.
  private let nanoseconds: Int64

  private init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  package static var now: MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// A moment so far off that nothing waits for it.
  package static let never = MonotonicTime(nanoseconds: .max)

  /// Saturates: a time limit of a thousand years is ``never``.
  package static func + (time: MonotonicTime, duration: Duration) -> MonotonicTime {
    let (seconds, attoseconds) = duration.components
    let (whole, overflowed) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflowedToo) = time.nanoseconds.addingReportingOverflow(whole + attoseconds / 1_000_000_000)
    return overflowed || overflowedToo ? .never : MonotonicTime(nanoseconds: sum)
  }

  /// Negative where `earlier` is later.
  package func microseconds(since earlier: MonotonicTime) -> Int {
    Int((nanoseconds - earlier.nanoseconds) / 1000)
  }

  package var hasPassed: Bool { self <= .now }

  /// Milliseconds until this moment, rounded up so that a wait does not end just before it; 0 once it has passed.
  var millisecondsLeft: Int32 {
    let left = nanoseconds.subtractingReportingOverflow(MonotonicTime.now.nanoseconds).partialValue
    if left <= 0 { return 0 }
    return Int32(clamping: left / 1_000_000 + (left % 1_000_000 == 0 ? 0 : 1))
  }

  package static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
