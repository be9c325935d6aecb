internal import Glibc

/// A program's output on its way to another descriptor as well, never waiting for a reader that has stopped reading.
///
/// The descriptor is written to only when poll(2) says so, and then no more than a pipe surely takes (PIPE_BUF), so that
/// no write blocks, whatever the descriptor's flags are.
struct Mirror {
  let descriptor: Int32
  /// What is still to be written.
  private(set) var pending: ArraySlice<UInt8> = []
  private var lastByte: UInt8?

  init(to descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether there is something to be written before more may come.
  var isBusy: Bool { !pending.isEmpty }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    lastByte = bytes.last ?? lastByte
  }

  /// Ends a last line that has no end, so that what is written next begins a line of its own.
  mutating func endLine() {
    if let lastByte, lastByte != UInt8(ascii: "\n") { append([UInt8(ascii: "\n")]) }
  }

  /// One write of what is there. A descriptor that takes nothing any more loses it: there is nobody to tell.
  mutating func writeOnce() {
    let piece = Array(pending.prefix(Int(PIPE_BUF)))
    do throws(Errno) {
      let written = try SystemCall.run { write(descriptor, piece, piece.count) }
      pending = pending.dropFirst(written)
    } catch {
      if error != .wouldBlock { pending = [] }
    }
  }
}
