import Testing

@testable import Host

@Suite("The clock")
struct MonotonicTimeTests {
  @Test("only runs forward")
  func forward() {
    let earlier = MonotonicTime.now
    let later = MonotonicTime.now
    #expect(earlier <= later)
    #expect(later.microseconds(since: earlier) >= 0)
    #expect((earlier + .milliseconds(3)).microseconds(since: earlier) == 3000)
  }

  @Test("has a moment that passed, and one that never does")
  func passing() {
    #expect(MonotonicTime.now.hasPassed)
    #expect(!MonotonicTime.never.hasPassed)
    #expect(!(MonotonicTime.now + .seconds(1000)).hasPassed)
    #expect(MonotonicTime.now + .seconds(Int64.max) == .never)
    #expect(MonotonicTime.now + .seconds(Int64.max / 1_000_000_000) == .never)
  }

  @Test("counts what is left in whole milliseconds, rounded up")
  func left() {
    #expect(MonotonicTime.now.millisecondsLeft == 0)
    #expect((MonotonicTime.now + .nanoseconds(900_000)).millisecondsLeft == 1)
    #expect(MonotonicTime.never.millisecondsLeft == Int32.max)
  }
}
