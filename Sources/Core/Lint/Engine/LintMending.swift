/// Sources with every finding mended that has one right mend.
package struct LintMending: Sendable {
  /// In their order, mended or not.
  package private(set) var sources: [SourceBytes]
  /// How many findings were mended, by a mend of their own or along with another.
  package private(set) var count = 0
  /// Those of the last round: one that is asked for once more did not mend anything.
  private var mends: Set<[TextEdit]> = []

  /// Mends round after round, for one mend may bring another to light, or be in its way.
  package init(_ sources: [SourceBytes], reader: LintReader) {
    self.sources = sources
    var open = 0
    for _ in 0..<Limits.lintRounds {
      let round = mendOnce(reader)
      count += max(0, open - round.found)
      guard round.mended > 0 else { break }
      count += round.mended
      open = round.found - round.mended
    }
  }

  /// How many findings had a mend, and how many of these were made.
  private mutating func mendOnce(_ reader: LintReader) -> (found: Int, mended: Int) {
    var edits = Dictionary(sources.map { (Array($0.name.utf8), TextEdits()) }) { first, _ in first }
    var found = 0
    var made: Set<[TextEdit]> = []
    var reader = reader
    reader.read(sources) { input in
      var findings = Linter.findings(of: input)
      _ = findings.drop(where: input.ignores)
      for fix in findings.all.compactMap(\.fix) where !mends.contains(fix) {
        found += 1
        guard let source = fix.first.map({ Array($0.source.utf8) }) else { continue }
        if edits[source]?.add(fix) == true { made.insert(fix) }
      }
    }
    mends = made
    guard !made.isEmpty else { return (found, 0) }
    sources = sources.map { source in
      guard let edits = edits[Array(source.name.utf8)] else { return source }
      return SourceBytes(name: source.name, fileName: source.fileName, bytes: edits.applied(to: source.bytes))
    }
    return (found, made.count)
  }
}
