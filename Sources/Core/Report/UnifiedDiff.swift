/// The difference between two contents in the unified format of diff(1), three lines of context around each change.
///
/// ```
/// --- /etc/app.conf
/// +++ /etc/app.conf
/// @@ -1,2 +1,2 @@
///  [app]
/// -port = 80
/// +port = 8080
/// ```
package enum UnifiedDiff {
  private static let context = 3

  /// Empty where nothing differs; `binary files differ` where one of the two holds a NUL or is not UTF-8; a
  /// line that says so beyond ``Limits/diffBytes``. patch(1) makes `new` of `old` with it.
  package static func text(from old: [UInt8], to new: [UInt8], path: AbsolutePath) -> String {
    text(from: old, to: new, name: path.description)
  }

  /// The same for a file that is named as the user named it.
  package static func text(from old: [UInt8], to new: [UInt8], name: String) -> String {
    if old == new { return "" }
    guard old.count + new.count <= Limits.diffBytes else {
      return "files of \(old.count) and \(new.count) bytes differ; too long to compare line by line\n"
    }
    guard let oldText = Text(old), let newText = Text(new) else { return "binary files differ\n" }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let diff = LineDiff(oldText.lines.map(number), newText.lines.map(number))
    var output: [UInt8] = Array("--- \(Printable.escape(name))\n+++ \(Printable.escape(name))\n".utf8)
    for hunk in hunks(diff.changes) { append(hunk, oldText, newText, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Changes whose contexts meet are one hunk.
  private static func hunks(_ changes: [LineDiff.Change]) -> [[LineDiff.Change]] {
    var hunks: [[LineDiff.Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func append(_ hunk: [LineDiff.Change], _ old: Text, _ new: Text, to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.lines.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    output.append(contentsOf: "@@ -\(header(oldRange)) +\(header(newRange)) @@\n".utf8)
    var next = oldRange.lowerBound
    for change in hunk {
      for index in next..<change.old.lowerBound { old.append(index, " ", to: &output) }
      for index in change.old { old.append(index, "-", to: &output) }
      for index in change.new { new.append(index, "+", to: &output) }
      next = change.old.upperBound
    }
    for index in next..<oldRange.upperBound { old.append(index, " ", to: &output) }
  }

  /// `4,2`; `4` for one line; `3,0` for none after the third.
  private static func header(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    case let count: "\(range.lowerBound + 1),\(count)"
    }
  }

  /// Lines with their newlines; the last may have none.
  private struct Text {
    let lines: [ArraySlice<UInt8>]

    /// Nil for content that is no text.
    init?(_ bytes: [UInt8]) {
      guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { return nil }
      var lines: [ArraySlice<UInt8>] = []
      var start = 0
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        lines.append(bytes[start...index])
        start = index + 1
      }
      if start < bytes.count { lines.append(bytes[start...]) }
      self.lines = lines
    }

    func append(_ index: Int, _ sign: Unicode.Scalar, to output: inout [UInt8]) {
      output.append(UInt8(ascii: sign))
      output.append(contentsOf: lines[index])
      if lines[index].last != UInt8(ascii: "\n") {
        output.append(contentsOf: "\n\\ No newline at end of file\n".utf8)
      }
    }
  }
}
