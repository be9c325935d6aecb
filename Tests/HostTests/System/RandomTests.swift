import Testing

@testable import Host

@Suite("Randomness")
struct RandomTests {
  @Test("makes tokens of 128 bits that never repeat")
  func tokens() throws {
    let tokens = try (0..<100).map { _ in try Random.token() }
    #expect(Set(tokens).count == 100)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy { "0123456789abcdef".contains($0) } })
  }

  @Test("comes in the number of bytes asked for", arguments: [0, 1, 16, 256])
  func count(count: Int) throws {
    #expect(try Random.bytes(count).count == count)
  }
}
