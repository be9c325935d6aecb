internal import Glibc

/// Waiting for descriptors, always with a deadline (poll(2)).
enum Poll {
  enum Interest {
    case readable(Int32)
    case writable(Int32)
  }

  /// Waits until one of `interests` is ready or `deadline` passes; tells for each whether it is ready. A hang-up or an
  /// error counts as ready: the read or write that follows reports it.
  static func wait(for interests: [Interest], until deadline: MonotonicTime) throws(Errno) -> [Bool] {
    var entries = interests.map { interest in
      switch interest {
      case .readable(let number): pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      case .writable(let number): pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
      }
    }
    // Computed anew at each try, so that signals do not stretch the wait.
    try SystemCall.run { poll(&entries, nfds_t(entries.count), deadline.millisecondsLeft) }
    return entries.map { $0.revents != 0 }
  }

  /// Whether `interest` became ready before `deadline`.
  static func wait(for interest: Interest, until deadline: MonotonicTime) throws(Errno) -> Bool {
    try wait(for: [interest], until: deadline)[0]
  }
}
