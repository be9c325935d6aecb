import Testing

@testable import Host

@Suite("The tail of an output")
struct OutputTailTests {
  @Test(
    "is its last bytes, in whatever pieces it came",
    arguments: [
      ([], []),
      ([[1, 2]], [1, 2]),
      ([[1, 2, 3]], [1, 2, 3]),
      ([[1, 2, 3, 4]], [2, 3, 4]),
      ([[1], [2], [3], [4], [5], [6], [7], [8]], [6, 7, 8]),
      ([[1, 2, 3, 4, 5, 6, 7, 8, 9], [10]], [8, 9, 10]),
    ] as [([[UInt8]], [UInt8])])
  func tail(chunks: [[UInt8]], kept: [UInt8]) {
    var tail = OutputTail(limit: 3)
    for chunk in chunks { tail.append(chunk[...]) }
    #expect(tail.kept == kept)
  }
}
