/// How long something may be waited for, and what ends the wait early.
struct PeerWait {
  let deadline: MonotonicTime
  let interrupt: Interrupt?

  /// The same, but no longer than `duration` from now.
  func atMost(_ duration: Duration) -> PeerWait {
    PeerWait(deadline: min(deadline, .now + duration), interrupt: interrupt)
  }

  /// Waits for one of `interests`, or for `moment`; tells for each whether it is ready.
  func ready(_ interests: [Poll.Interest], until moment: MonotonicTime = .never) throws(PeerTrouble) -> [Bool] {
    let all = interests + (interrupt.map { [.readable($0.descriptor)] } ?? [])
    let ready: [Bool]
    do throws(Errno) {
      ready = try Poll.wait(for: all, until: min(deadline, moment))
    } catch {
      throw .refusedByKernel("poll", error)
    }
    if let signal = interrupt?.signal { throw .interrupted(signal: signal) }
    return Array(ready.prefix(interests.count))
  }
}
