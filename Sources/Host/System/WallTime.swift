internal import CLinux
internal import Glibc

/// The time of day, for reports and state files; it may jump.
package enum WallTime {
  /// Seconds since 1970-01-01 00:00 UTC.
  package static var seconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }
}
