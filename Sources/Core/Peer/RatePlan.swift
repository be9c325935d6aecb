/// How one direction's throughput is to be measured. The receiver measures, the sender only sends.
package struct RatePlan: Hashable, Sendable {
  package enum Direction: UInt8, Hashable, Sendable {
    /// From the controller to the peer.
    case toPeer = 1
    case fromPeer = 2
  }

  package let direction: Direction
  /// Passed over at the start: a new connection is slow at first, and a shaper lets a burst through.
  package let warmUpMilliseconds: UInt16
  /// Each slice of time is one try.
  package let sliceMilliseconds: UInt16
  package let slices: UInt8
  /// In all, warm-up included; the measurement ends with what it has then.
  package let bytes: UInt64

  package init(
    direction: Direction, warmUpMilliseconds: UInt16, sliceMilliseconds: UInt16, slices: UInt8, bytes: UInt64
  ) {
    self.direction = direction
    self.warmUpMilliseconds = warmUpMilliseconds
    self.sliceMilliseconds = sliceMilliseconds
    self.slices = slices
    self.bytes = bytes
  }

  /// From the first byte to the end of the last slice.
  package var milliseconds: Int { Int(warmUpMilliseconds) + Int(slices) * Int(sliceMilliseconds) }

  /// Whether an end may be asked for it: it has a bound, and a small one.
  package var isWithinLimits: Bool {
    slices > 0 && sliceMilliseconds > 0 && milliseconds <= Limits.peerRateMilliseconds
      && bytes <= UInt64(Limits.peerRateBytes)
  }
}

extension RatePlan {
  /// A plan that can tell whether a link carries `minimum`: enough bytes for all of its slices at twice that rate, and a
  /// warm-up of twenty round trips, by which a connection's window has grown as far as it will.
  ///
  /// A slice is several times what TCP waits for a lost packet, 200 ms and more: till then the kernel holds back what came
  /// after it, and that would make a slice twice as fast as its link.
  package init(_ direction: Direction, minimum: TransferRate, roundTrip: Duration) {
    let slice = Duration.milliseconds(1_000)
    let slices: UInt8 = 3
    let warmUp = min(max(roundTrip * 20, .milliseconds(400)), .milliseconds(3_000))
    let seconds = (warmUp + slice * Int(slices)) / .seconds(1)
    let enough = Double(minimum.bytesPerSecond) * 2 * seconds
    let bytes = min(max(enough, Double(256 << 20)), Double(Limits.peerRateBytes))
    self.init(
      direction: direction, warmUpMilliseconds: UInt16(warmUp / .milliseconds(1)),
      sliceMilliseconds: UInt16(slice / .milliseconds(1)), slices: slices, bytes: UInt64(bytes))
  }
}
