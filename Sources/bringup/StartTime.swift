internal import Core
internal import Host

/// When a command began, for people and for measuring.
struct StartTime {
  let wall = Timestamp(seconds: WallTime.seconds)
  private let monotonic = MonotonicTime.now

  /// Wall time since then.
  var microseconds: Int { MonotonicTime.now.microseconds(since: monotonic) }
}
