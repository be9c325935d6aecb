import Core
import Foundation
import Testing

/// Names as Python sorts them, by the Python of this machine.
@Suite struct PythonOrderTests {
  @Test("two thousand names of directory entries sort as Python sorts them")
  func sorted() throws {
    let names = self.names
    let joined = Data(names.joined(separator: [0]))
    let script = """
      import os, sys
      names = [os.fsdecode(name) for name in sys.stdin.buffer.read().split(b"\\0")]
      order = sorted(range(len(names)), key=lambda index: names[index])
      print(" ".join(map(str, order)))
      """
    let printed = try #require(try python(script, input: joined), "no /usr/bin/python3 here")
    let order = String(decoding: printed, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(order.count == names.count)
    let sources = names.enumerated().map { index, name in
      SourceBytes(name: "-", fileName: PartName(fileName: name), bytes: Array("#!\(index)".utf8))
    }
    let sorted = PartDecoder.decode(sources).parts.map { String(decoding: $0.content.dropFirst(2), as: UTF8.self) }
    #expect(sorted == order.map(String.init))
  }

  /// Short names of few characters, so that many are equal or alike: case, digits, combining marks and what they
  /// compose to, characters around the surrogates and beyond them, and bytes that are no UTF-8.
  private var names: [[UInt8]] {
    let texts = [
      "a", "b", "B", "Z", "_", "-", ".", "0", "1", "9", "10", "é", "e\u{301}", "e", "\u{323}\u{307}", "\u{307}\u{323}",
      "ß",
      "ﬁ", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "😀", "\u{10FFFF}", "K", "\u{212A}", "Å",
      "\u{212B}",
    ]
    let invalid: [[UInt8]] = [
      [0x80], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80],
    ]
    let pieces = texts.map { Array($0.utf8) } + invalid
    var random = LinearRandom(seed: 1)
    return (0..<2_000).map { _ in (0...random.next(below: 4)).flatMap { _ in pieces[random.next(below: pieces.count)] }
    }
  }
}
