/// What the tries of a session say to the test's listeners, and what those answer: it tells the test from whatever else may
/// take a connection, and one session from another. A question is as long as its answer, so that a forged sender gets no
/// more than was sent in its name.
package struct ProbeMark: Hashable, Sendable {
  /// Random, 16 bytes, from the peer.
  package let session: [UInt8]

  package static let sessionSize = 16
  /// Bytes of a question and of an answer.
  package static let size = sessionSize + 3

  package init(session: [UInt8]) {
    self.session = session
  }

  /// `SESSION ? PORT`, the port in two bytes, the high one first.
  package func question(_ port: UInt16) -> [UInt8] { text("?", port) }

  /// `SESSION ! PORT`
  package func answer(_ port: UInt16) -> [UInt8] { text("!", port) }

  private func text(_ letter: Unicode.Scalar, _ port: UInt16) -> [UInt8] {
    session + [UInt8(ascii: letter), UInt8(port >> 8), UInt8(port & 0xFF)]
  }
}
