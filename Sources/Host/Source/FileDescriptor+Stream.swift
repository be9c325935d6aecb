internal import Glibc

extension FileDescriptor {
  /// Reads what others write, to the end. Fails with EFBIG once more than `limit` bytes came, with ETIMEDOUT where the end
  /// has not come at `deadline`. A pipe that nobody has opened for writing yet has no end either.
  borrowing func readToEnd(limit: Int, until deadline: MonotonicTime) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let number = self.number
    while true {
      guard try Poll.wait(for: .readable(number), until: deadline) else { throw .timedOut }
      let count: Int
      do throws(Errno) {
        count = try SystemCall.run { read(number, &chunk, chunk.count) }
      } catch {
        // Another reader of the same pipe was faster.
        if error == .wouldBlock { continue }
        throw error
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .tooLarge }
    }
  }
}
