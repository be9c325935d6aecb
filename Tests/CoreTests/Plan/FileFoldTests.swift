import Testing

@testable import Core

@Suite("The file that several writes to one path come to")
struct FileFoldTests {
  private static func write(
    _ text: String, _ extent: FileWrite.Extent, mode: ModeRequest = .set(FileMode(0o644)), user: UInt32? = 0
  ) -> ResolvedWrite {
    ResolvedWrite(content: Array(text.utf8), extent: extent, mode: mode, user: user, group: user)
  }

  private static func before(_ text: String) -> FileImage {
    FileImage(content: Array(text.utf8), mode: FileMode(0o600), user: 7, group: 8)
  }

  struct ContentCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String?
    let writes: [ResolvedWrite]
    let wanted: String
  }

  @Test(
    "has the right content",
    arguments: [
      ContentCase(testDescription: "a new file", before: nil, writes: [write("a", .whole)], wanted: "a"),
      ContentCase(
        testDescription: "a later write replaces", before: "x", writes: [write("a", .whole), write("b", .whole)],
        wanted: "b"),
      ContentCase(
        testDescription: "an append after a write", before: nil,
        writes: [write("a\n", .whole), write("b\n", .appended(.unknown))],
        wanted: "a\nb\n"),
      ContentCase(
        testDescription: "a write after an append drops it", before: nil,
        writes: [write("b\n", .appended(.unknown)), write("a\n", .whole)], wanted: "a\n"),
      ContentCase(
        testDescription: "an append to nothing", before: nil, writes: [write("b\n", .appended(.unknown))], wanted: "b\n"
      ),
      ContentCase(
        testDescription: "an append that is not there yet", before: "x\n", writes: [write("b\n", .appended(.unknown))],
        wanted: "x\nb\n"),
      ContentCase(
        testDescription: "an append that is there as a line", before: "x\nb\ny\n",
        writes: [write("b\n", .appended(.unknown))],
        wanted: "x\nb\ny\n"),
      ContentCase(
        testDescription: "text inside a longer word is another text", before: "xb\ny\n",
        writes: [write("b\n", .appended(.unknown))], wanted: "xb\ny\nb\n"),
      ContentCase(
        testDescription: "text at the very end, after no line end", before: "xb\n",
        writes: [write("b\n", .appended(.unknown))],
        wanted: "xb\n"),
      ContentCase(
        testDescription: "text inside a line that is known to have been appended", before: "xb\ny\n",
        writes: [write("b\n", .appended(.written))], wanted: "xb\ny\n"),
      ContentCase(
        testDescription: "known text that somebody removed is put back", before: "x\n",
        writes: [write("b\n", .appended(.written))], wanted: "x\nb\n"),
      ContentCase(
        testDescription: "one text asked for twice is there twice", before: "b\n",
        writes: [write("b\n", .appended(.unknown)), write("b\n", .appended(.unknown))], wanted: "b\nb\n"),
      ContentCase(
        testDescription: "appends in another order than asked", before: "a\n3\n2\n",
        writes: [write("a\n", .whole), write("2\n", .appended(.unknown)), write("3\n", .appended(.unknown))],
        wanted: "a\n3\n2\n"),
      ContentCase(
        testDescription: "appends with something between are put right", before: "a\n3\nz\n2\n",
        writes: [write("a\n", .whole), write("2\n", .appended(.unknown)), write("3\n", .appended(.unknown))],
        wanted: "a\n2\n3\n"),
      ContentCase(
        testDescription: "a copy of an earlier run makes room", before: "x\nb\n",
        writes: [write("b\n", .withdrawn(.written))],
        wanted: "x\n"),
      ContentCase(
        testDescription: "text that nobody is known to have appended stays", before: "x\nb\n",
        writes: [write("b\n", .withdrawn(.unknown))], wanted: "x\nb\n"),
      ContentCase(
        testDescription: "what cloud-init appends is not part of a written file", before: "a\nb\n",
        writes: [write("a\n", .whole), write("b\n", .withdrawn(.unknown))], wanted: "a\n"),
      ContentCase(
        testDescription: "a text that is part of another's is appended too", before: nil,
        writes: [write("x\ny\n", .appended(.unknown)), write("y\n", .appended(.unknown))], wanted: "x\ny\ny\n"),
      ContentCase(
        testDescription: "a text that is part of another's is not appended again", before: "x\ny\ny\n",
        writes: [write("x\ny\n", .appended(.unknown)), write("y\n", .appended(.unknown))], wanted: "x\ny\ny\n"),
      ContentCase(
        testDescription: "an empty append", before: "x", writes: [write("", .appended(.unknown))], wanted: "x"),
    ])
  func content(_ row: ContentCase) {
    let image = FileFold.fold(row.writes, onto: row.before.map(Self.before)).image
    #expect(String(decoding: image.content, as: UTF8.self) == row.wanted)
  }

  @Test("folding what was folded changes nothing")
  func idempotent() {
    let writes = [
      Self.write("a\n", .whole), Self.write("b", .appended(.unknown)), Self.write("c\n", .appended(.unknown)),
    ]
    let once = FileFold.fold(writes, onto: nil).image
    let twice = FileFold.fold(writes, onto: once)
    #expect(twice.image == once)
    #expect(twice.effective == [])
  }

  @Test("mode and owner are those of the last write that names them")
  func attributes() {
    let writes = [
      Self.write("a", .whole, mode: .set(FileMode(0o755)), user: 3),
      Self.write("b", .appended(.unknown), mode: .keep, user: nil),
    ]
    let image = FileFold.fold(writes, onto: Self.before("x")).image
    #expect(image.mode == FileMode(0o755))
    #expect(image.user == 3)
  }

  @Test("what is not asked stays, and a new file is root's and 0644")
  func kept() {
    let write = Self.write("a", .whole, mode: .keep, user: nil)
    let old = FileFold.fold([write], onto: Self.before("x")).image
    #expect(old.mode == FileMode(0o600) && old.user == 7 && old.group == 8)
    let new = FileFold.fold([write], onto: nil).image
    #expect(new.mode == FileMode(0o644) && new.user == 0 && new.group == 0)
  }

  @Test("an entry left to cloud-init does not touch mode or owner")
  func withdrawnAttributes() {
    let image = FileFold.fold([Self.write("b\n", .withdrawn(.written), user: 3)], onto: Self.before("b\n")).image
    #expect(image.mode == FileMode(0o600) && image.user == 7)
  }

  struct EffectCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let writes: [ResolvedWrite]
    let effective: [Int]
  }

  @Test(
    "the writes that a change is owed to",
    arguments: [
      EffectCase(
        testDescription: "of two appends the one whose text is missing", before: "a\n",
        writes: [write("a\n", .appended(.unknown)), write("b\n", .appended(.unknown))], effective: [1]),
      EffectCase(
        testDescription: "the same text asked for twice, there once", before: "a\n",
        writes: [write("a\n", .appended(.unknown)), write("a\n", .appended(.unknown))], effective: [1]),
      EffectCase(
        testDescription: "a replacing write and what follows it, not what it replaces", before: "x",
        writes: [write("a", .whole), write("b", .whole), write("c", .appended(.unknown))], effective: [1, 2]),
      EffectCase(
        testDescription: "a copy that makes room for cloud-init's", before: "a\nb\n",
        writes: [write("a\n", .withdrawn(.written)), write("b\n", .appended(.unknown))], effective: [0]),
      EffectCase(
        testDescription: "the last one where only the mode differs", before: "a",
        writes: [write("a", .appended(.unknown)), write("a", .withdrawn(.unknown))], effective: [0]),
    ])
  func effective(_ row: EffectCase) {
    #expect(FileFold.fold(row.writes, onto: Self.before(row.before)).effective == row.effective)
  }
}
