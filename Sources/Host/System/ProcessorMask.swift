internal import CLinux
internal import Core
internal import Glibc

/// The CPUs that a process may run on (sched_getaffinity(2)).
struct ProcessorMask {
  let count: Int
  /// How many CPUs the kernel told of.
  let bits: Int

  /// `process` 0 is this one.
  init(of process: pid_t) throws(Errno) {
    // The kernel takes no mask that is shorter than its own (EINVAL), of which only it knows the length.
    var words = [UInt64](repeating: 0, count: 1024 / UInt64.bitWidth)
    while true {
      do throws(Errno) {
        let bytes = try SystemCall.run {
          words.withUnsafeMutableBytes { clinux_sched_getaffinity(process, $0.count, $0.baseAddress) }
        }
        bits = Int(bytes) * 8
        break
      } catch {
        guard error == .invalid, words.count < Limits.processors / UInt64.bitWidth else { throw error }
        words = [UInt64](repeating: 0, count: 2 * words.count)
      }
    }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
