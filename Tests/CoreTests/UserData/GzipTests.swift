import Testing

@testable import Core

@Suite struct GzipTests {
  private static let script = Array("#!/bin/sh\n".utf8)
  private static let member = gzipped(script)

  @Test("a member that a real compressor wrote is inflated")
  func compressed() throws {
    let text = "H4sIAAAAAAACA1NW1E/KzNMvzuACAB2d+wQKAAAA"
    #expect(try Gzip.inflate(try #require(Base64.decodeWhole(Array(text.utf8)))) == Self.script)
  }

  @Test(
    "members one after another are one text, and zero bytes may pad them",
    arguments: [
      (member, script), (member + member, script + script), (member + [0, 0, 0], script),
      (member + [0] + member, script + script), (gzipped([]), []),
    ])
  func members(bytes: [UInt8], content: [UInt8]) throws {
    #expect(try Gzip.inflate(bytes) == content)
  }

  @Test(
    "what Python's gzip refuses is refused",
    arguments: [
      ("without its last byte", Array(member.dropLast()), .cutShort), ("a header alone", [0x1F, 0x8B, 8], .cutShort),
      ("cut in the second member", member + member.dropLast(9), .cutShort),
      ("a wrong checksum", flipped(member.count - 8), .damaged),
      ("a wrong length", flipped(member.count - 4), .damaged),
      ("another method than deflate", flipped(2), .damaged), ("no deflate stream", flipped(10), .damaged),
      ("text after it", member + [0x0A], .trailingBytes), ("text after padding", member + [0, 0x23], .trailingBytes),
      ("not gzip at all", script, .damaged),
    ] as [(String, [UInt8], GzipProblem)])
  func refused(name: String, bytes: [UInt8], problem: GzipProblem) {
    #expect(throws: problem) { try Gzip.inflate(bytes) }
  }

  @Test("what grows too far is stopped: by ratio, and in all")
  func bounded() throws {
    // 16 MiB of zeros, deflated twice.
    let zeros = """
      H4sIAAAAAAACA+3arQ3CYBSG0f4gGgTgEXQMDIKQIFCYasIQOEQTJIYVSKhmBZiCsANBoAmlH0MgmnPUq698ckf7LAqS9HGN42aUh8/5mXUj
      AAAAoOXK+y4NMSDK69t8WQAAAABtt+73Or8o8F4Np84BAAAArVdNxnloAYNXvZklHiUAAADgDy7F4rg9NSP+Ag5zyLbIPwAA
      """
    let bomb = try Gzip.inflate(try #require(Base64.decodeWhole(Array(zeros.utf8))))
    #expect(throws: GzipProblem.bomb) { try Gzip.inflate(bomb) }
    let tooMuch = gzipped(Array(repeating: 0, count: Limits.inflatedBytes + 1 << 20), checksum: 0)
    #expect(throws: GzipProblem.tooLarge) { try Gzip.inflate(tooMuch) }
  }

  @Test(
    "each problem has its sentence",
    arguments: [
      (.cutShort, "the gzip data ends before its end marker; was it cut short?"),
      (.damaged, "the gzip data is damaged; compress it again"),
      (.trailingBytes, "there is something after the gzip data; take it off"),
      (.tooLarge, "the gzip data inflates to more than 64 MiB"),
      (.bomb, "the gzip data inflates to more than 200 times its size"),
    ] as [(GzipProblem, String)])
  func sentences(problem: GzipProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }

  private static func flipped(_ index: Int) -> [UInt8] {
    var bytes = member
    bytes[index] ^= 0xFF
    return bytes
  }
}
