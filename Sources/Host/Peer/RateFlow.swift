internal import Core
internal import Glibc

/// The bytes of a rate test, over a TCP connection of their own.
enum RateFlow {
  private static let bufferBytes = 256 << 10
  /// How long the first byte, and the last ones of a stalled link, are waited for.
  private static let grace = Duration.seconds(2)

  /// Sends until the receiver has enough and closes, or until the plan's bytes or time are used up; how many bytes the
  /// kernel took.
  static func send(over socket: Socket, _ plan: RatePlan, _ wait: PeerWait) throws(PeerTrouble) -> UInt64 {
    let wait = wait.atMost(.milliseconds(plan.milliseconds) + grace)
    let buffer = try noise()
    var sent: UInt64 = 0
    while sent < plan.bytes, try wait.ready([.writable(socket.number)])[0] {
      do throws(Errno) {
        sent += UInt64(try socket.send(buffer) ?? 0)
      } catch {
        if error == Errno(EPIPE) || error == Errno(ECONNRESET) { return sent }
        throw .refusedByKernel("send", error)
      }
    }
    return sent
  }

  /// Counts what comes until the plan is fulfilled, the sender ends, or the time is over.
  static func receive(over socket: Socket, _ plan: RatePlan, _ wait: PeerWait) throws(PeerTrouble) -> RateSlices {
    var slices = RateSlices(plan)
    var buffer = [UInt8](repeating: 0, count: bufferBytes)
    var start: MonotonicTime?
    var limit = wait.atMost(grace)
    while !slices.isComplete, try limit.ready([.readable(socket.number)])[0] {
      let count: Int?
      do throws(Errno) {
        count = try socket.receive(into: &buffer)
      } catch {
        if error == Errno(ECONNRESET) { break }
        throw .refusedByKernel("receive", error)
      }
      guard let count else { continue }
      if count == 0 { break }
      let now = MonotonicTime.now
      if start == nil {
        start = now
        limit = wait.atMost(.milliseconds(plan.milliseconds) + grace)
      }
      slices.add(count, at: now.microseconds(since: start ?? now))
    }
    if let start { slices.end(at: MonotonicTime.now.microseconds(since: start)) }
    return slices
  }

  /// Bytes that do not compress well: a tunnel on the way may try.
  private static func noise() throws(PeerTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(HostError) {
      for _ in 0..<64 { bytes += try Random.bytes(256) }
    } catch {
      throw .refusedByKernel(error.operation, error.errno ?? .inputOutput)
    }
    return Array(repeatElement(bytes, count: bufferBytes / bytes.count).joined())
  }
}
