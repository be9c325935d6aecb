import Testing

@testable import Core

struct PeerTokenTests {
  private static let nonces = PeerNonces(
    controller: [UInt8](repeating: 1, count: 16), peer: [UInt8](repeating: 2, count: 16))

  // RFC 4231, test cases 1, 2, 6 (a key longer than a block).
  @Test(
    "digests are those of the standard",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func digest(key: [UInt8], message: String, hexadecimal: String) {
    let digest = HMAC.sha256(Array(message.utf8), key: key)
    #expect(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == hexadecimal)
  }

  @Test(
    "a token may have blanks around it",
    arguments: ["0123456789abcdef", "0123456789abcdef\n", "  0123456789abcdef\r\n"])
  func good(text: String) throws {
    #expect(try PeerToken(text).text == "0123456789abcdef")
  }

  @Test(
    "a text that is short, long, or not plain is no token",
    arguments: [
      "", "\n", "0123456789abcde", String(repeating: "a", count: 129), "0123456789 abcdef", "0123456789abcdeé",
      "0123456789abcde\u{7}f",
    ])
  func bad(text: String) {
    #expect(throws: ValueProblem.notAToken) { try PeerToken(text) }
  }

  @Test("a proof is good for its token, its end and its numbers alone")
  func proof() throws {
    let token = try PeerToken("0123456789abcdef")
    let proof = token.proof(of: .controller, Self.nonces)
    #expect(proof.count == 32)
    #expect(token.accepts(proof, of: .controller, Self.nonces))
    #expect(!token.accepts(proof, of: .peer, Self.nonces))
    #expect(!(try PeerToken("0123456789abcdeF").accepts(proof, of: .controller, Self.nonces)))
    let swapped = PeerNonces(controller: Self.nonces.peer, peer: Self.nonces.controller)
    #expect(!token.accepts(proof, of: .controller, swapped))
    #expect(!token.accepts(Array(proof.dropLast()), of: .controller, Self.nonces))
    #expect(!token.accepts([], of: .controller, Self.nonces))
  }
}
