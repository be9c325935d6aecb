internal import CLinux
internal import Glibc

/// An open file, closed when it goes out of use. Writers call ``close()`` to see the error that a close can report.
package struct FileDescriptor: ~Copyable {
  package let number: Int32

  /// Takes over `number`; nobody else may close it.
  package init(owning number: Int32) {
    self.number = number
  }

  deinit {
    _ = Glibc.close(number)
  }

  /// Closes and reports what was deferred to the close (EIO, ENOSPC, EDQUOT). On Linux the number is free after EINTR too
  /// (close(2)), so it is not tried again.
  package consuming func close() throws(Errno) {
    let number = self.number
    discard self
    if Glibc.close(number) == -1, errno != EINTR { throw Errno(errno) }
  }

  /// Gives the number to the caller, who closes it.
  package consuming func release() -> Int32 {
    let number = self.number
    discard self
    return number
  }

  /// Writes all of `bytes`, however many calls that takes. In non-blocking mode, a reader of a pipe or terminal may take nothing
  /// for as long as `patience`.
  package borrowing func write(_ bytes: [UInt8], patience: Duration = .seconds(60)) throws(Errno) {
    var offset = 0
    let number = self.number
    while offset < bytes.count {
      do throws(Errno) {
        offset += try SystemCall.run {
          bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress! + offset, $0.count - offset) }
        }
      } catch {
        let deadline = MonotonicTime.now + patience
        guard error == .wouldBlock, try Poll.wait(for: .writable(number), until: deadline) else { throw error }
      }
    }
  }

  /// Reads to the end, or fails with EFBIG once more than `limit` bytes came. `expected` is the size of a regular file: when
  /// just as many bytes come, though there was room for more, that is the end.
  package borrowing func readToEnd(limit: Int, expecting expected: Int = 0) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = expected > 0 ? min(expected + 1, limit + 1) : 16 << 10
    while true {
      let piece = try readPiece(min(chunk, limit - bytes.count + 1))
      if piece.isEmpty { return bytes }
      if bytes.isEmpty {
        if piece.count == expected, expected <= limit { return piece }
        bytes = piece
      } else {
        bytes += piece
      }
      if bytes.count > limit { throw .tooLarge }
      chunk = min(max(bytes.count, 16 << 10), 1 << 20)
    }
  }

  /// One read(2) of at most `room` bytes, none at the end.
  borrowing func readPiece(_ room: Int) throws(Errno) -> [UInt8] {
    let number = self.number
    var failure: Errno?
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(Errno) {
        count = try SystemCall.run { Glibc.read(number, buffer.baseAddress, room) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return piece
  }

  /// fsync(2).
  package borrowing func synchronize() throws(Errno) {
    let number = self.number
    try SystemCall.run { fsync(number) }
  }

  package borrowing func status() throws(Errno) -> FileStatus {
    let number = self.number
    var raw = stat()
    try SystemCall.run { fstat(number, &raw) }
    return FileStatus(raw)
  }
}
