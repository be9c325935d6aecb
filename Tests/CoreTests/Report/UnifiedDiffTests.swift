import Core
import Testing

struct UnifiedDiffTests {
  private let path: AbsolutePath

  init() throws {
    path = try AbsolutePath("/etc/app.conf")
  }

  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), path: path)
  }

  @Test(
    "a difference is shown in the unified format",
    arguments: [
      ("a\n", "a\n", ""),
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a\nb\n", "", "@@ -1,2 +0,0 @@\n-a\n-b\n"),
      ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
      ("a\nb", "a\nc", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"),
      ("x\nb", "y\nb", "@@ -1,2 +1,2 @@\n-x\n+y\n b\n\\ No newline at end of file\n"),
      ("a\r\nb\n", "a\nb\n", "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n"),
      ("1\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n", "@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+five\n"),
      ("\u{E9}\n", "e\u{301}\n", "@@ -1 +1 @@\n-\u{E9}\n+e\u{301}\n"),
    ])
  func shown(old: String, new: String, hunks: String) {
    #expect(diff(old, new) == (hunks.isEmpty ? "" : "--- /etc/app.conf\n+++ /etc/app.conf\n\(hunks)"))
  }

  @Test("changes seven lines apart are two hunks, six lines apart one", arguments: [(6, 1), (7, 2)])
  func hunks(distance: Int, count: Int) {
    let between = (0..<distance).map { "\($0)\n" }.joined()
    let text = diff("a\n\(between)b\n", "A\n\(between)B\n")
    #expect(text.split(separator: "\n").count { $0.hasPrefix("@@") } == count)
  }

  @Test("content that is no text is not shown", arguments: [[0x61, 0x00], [0xFF], [0xC3]] as [[UInt8]])
  func binary(bytes: [UInt8]) {
    #expect(UnifiedDiff.text(from: Array("a".utf8), to: bytes, path: path) == "binary files differ\n")
    #expect(UnifiedDiff.text(from: bytes, to: Array("a".utf8), path: path) == "binary files differ\n")
    #expect(UnifiedDiff.text(from: bytes, to: bytes, path: path) == "")
  }

  @Test("contents too long to compare are said to differ", arguments: [(0, true), (1, false)])
  func length(surplus: Int, isShown: Bool) {
    let old = [UInt8](repeating: UInt8(ascii: "a"), count: Limits.diffBytes - 1 + surplus)
    let text = UnifiedDiff.text(from: old, to: [UInt8(ascii: "b")], path: path)
    #expect(text.hasPrefix("---") == isShown)
    if !isShown {
      #expect(text == "files of 1048576 and 1 bytes differ; too long to compare line by line\n")
    }
  }

  @Test("patch makes the new of the old, and diff finds no shorter way", arguments: 0..<60)
  func patch(seed: Int) throws {
    var random = Generator(state: UInt64(seed))
    let alphabet = 1 + Int(random.next() % 12)
    let old = random.text(lines: Int(random.next() % 60), alphabet: alphabet)
    let new = seed % 3 == 0 ? random.text(lines: Int(random.next() % 60), alphabet: alphabet) : random.edited(old)
    guard old != new else { return }
    let oldFile = try TemporaryFile(Array(old.utf8))
    let newFile = try TemporaryFile(Array(new.utf8))
    let text = diff(old, new)
    let real = try Program.run(
      "diff", "-u", "--minimal", oldFile.path, newFile.path, files: [oldFile, newFile]
    ).output
    #expect(changedLines(text) == changedLines(real))
    let outcome = try Program.run(
      "patch", "--silent", "--no-backup-if-mismatch", "--fuzz=0", oldFile.path, files: [oldFile],
      input: Array(text.utf8))
    #expect(outcome.output == "")
    #expect(try oldFile.content == Array(new.utf8))
  }

  @Test("beyond the bound the middle is replaced whole, and patch still takes it")
  func bound() throws {
    let lines = Limits.diffEdits
    let old = "same\n" + (0..<lines).map { "old \($0)\n" }.joined() + "same\n"
    let new = "same\n" + (0..<lines).map { "new \($0)\n" }.joined() + "same\n"
    let text = diff(old, new)
    #expect(changedLines(text) == 2 * lines)
    let file = try TemporaryFile(Array(old.utf8))
    #expect(try Program.run("patch", "--silent", file.path, files: [file], input: Array(text.utf8)).output == "")
    #expect(try file.content == Array(new.utf8))
  }

  private func changedLines(_ text: String) -> Int {
    text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst(2).count {
      $0.first == UInt8(ascii: "+") || $0.first == UInt8(ascii: "-")
    }
  }
}

/// SplitMix64: the same texts in every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func text(lines: Int, alphabet: Int) -> String {
    let text = (0..<lines).map { _ in "line \(next() % UInt64(alphabet))\n" }.joined()
    return next() % 4 == 0 ? String(text.dropLast()) : text
  }

  mutating func edited(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<(next() % 6) {
      let place = Int(next() % UInt64(lines.count))
      if next() % 2 == 0, lines.count > 1 {
        lines.remove(at: place)
      } else {
        lines.insert("new \(next() % 9)", at: place)
      }
    }
    return lines.joined(separator: "\n")
  }
}
