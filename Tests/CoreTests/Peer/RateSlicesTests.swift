import Testing

@testable import Core

struct RateSlicesTests {
  private static let plan = RatePlan(
    direction: .toPeer, warmUpMilliseconds: 100, sliceMilliseconds: 100, slices: 3, bytes: 1 << 30)

  /// `bytes` every 10 ms for so long.
  private func slices(_ plan: RatePlan = plan, milliseconds: Int, bytes: (Int) -> Int) -> RateSlices {
    var slices = RateSlices(plan)
    for moment in stride(from: 0, through: milliseconds, by: 10) where !slices.isComplete {
      slices.add(bytes(moment), at: moment * 1_000)
    }
    return slices
  }

  @Test("a steady stream has the same rate in every slice, whatever it did in the warm-up")
  func steady() {
    let slices = slices(milliseconds: 1_000) { $0 < 100 ? 1_000_000 : 10_000 }
    #expect(slices.isComplete)
    #expect(slices.rates.map(\.bytesPerSecond) == [1_000_000, 1_000_000, 1_000_000])
  }

  @Test("a slice in which less came has a lower rate")
  func unsteady() {
    let slices = slices(milliseconds: 1_000) { (210...300).contains($0) ? 1_000 : 10_000 }
    #expect(slices.rates.map(\.bytesPerSecond) == [1_000_000, 100_000, 1_000_000])
  }

  @Test("a link that goes silent has that in its last slice")
  func silent() {
    var slices = slices(milliseconds: 200) { _ in 10_000 }
    #expect(slices.rates.count == 1)
    slices.end(at: 2_200_000)
    #expect(slices.rates.map(\.bytesPerSecond) == [1_000_000, 0])
  }

  @Test(
    "what a lost packet holds back for 350 ms makes no slice half as fast again",
    arguments: Array(stride(from: 400, to: 1_400, by: 50)))
  func heldBack(from lost: Int) {
    let minimum = TransferRate(bytesPerSecond: 2_000_000)
    let plan = RatePlan(.fromPeer, minimum: minimum, roundTrip: .milliseconds(1))
    var held = 0
    let slices = slices(plan, milliseconds: plan.milliseconds + 1_000) { moment in
      if (lost..<lost + 350).contains(moment) {
        held += 10_000
        return 0
      }
      // The packet sent again comes alone; what it held back is there with the next.
      if moment == lost + 350 { return 1_000 }
      defer { held = 0 }
      return 10_000 + held
    }
    #expect(slices.isComplete)
    #expect(slices.rates.allSatisfy { (500_000..<1_500_000).contains($0.bytesPerSecond) }, "\(slices.rates)")
  }

  @Test("a stream that ends early has one rate, over what there was")
  func short() {
    var slices = slices(milliseconds: 150) { _ in 10_000 }
    slices.end(at: 150_000)
    #expect(slices.rates.map(\.bytesPerSecond) == [1_000_000])
    #expect(slices.total == 160_000)
  }

  @Test("a stream that never got warm has no rate")
  func cold() {
    var slices = slices(milliseconds: 50) { _ in 10_000 }
    slices.end(at: 50_000)
    #expect(slices.rates.isEmpty)
  }

  @Test("a link that uses up its bytes before the time is measured by its bytes")
  func fast() {
    let plan = RatePlan(
      direction: .toPeer, warmUpMilliseconds: 1_000, sliceMilliseconds: 1_000, slices: 3, bytes: 400_000)
    let slices = slices(plan, milliseconds: 1_000) { _ in 10_000 }
    #expect(slices.isComplete)
    #expect(slices.rates.map(\.bytesPerSecond) == [1_000_000, 1_000_000, 1_000_000])
    #expect(slices.total == 400_000)
  }

  @Test("a plan is bounded whatever is asked for", arguments: [0, 1_000, 50_000_000, UInt64.max])
  func plan(minimum: UInt64) {
    for roundTrip in [Duration.zero, .milliseconds(1), .milliseconds(100), .seconds(1_000)] {
      let plan = RatePlan(.fromPeer, minimum: TransferRate(bytesPerSecond: minimum), roundTrip: roundTrip)
      #expect(plan.isWithinLimits)
      #expect((400...3_000).contains(plan.warmUpMilliseconds))
    }
  }

  @Test("a plan without a bound is beyond the limits")
  func unbounded() {
    for (slices, milliseconds, bytes) in [(0, 100, 1), (1, 0, 1), (200, 100, 1), (1, 100, UInt64.max)]
      as [(UInt8, UInt16, UInt64)]
    {
      let plan = RatePlan(
        direction: .toPeer, warmUpMilliseconds: 100, sliceMilliseconds: milliseconds, slices: slices, bytes: bytes)
      #expect(!plan.isWithinLimits)
    }
  }
}
