/// Sources with every finding mended that has one right mend.
package struct LintMending: Sendable {
  /// In their order, mended or not.
  package private(set) var sources: [SourceBytes]
  /// How many findings were mended.
  package private(set) var count = 0

  /// Mends round after round, for one mend may bring another to light, or be in its way.
  package init(_ sources: [SourceBytes], reader: LintReader) {
    self.sources = sources
    for _ in 0..<Limits.lintRounds {
      guard mendOnce(reader) else { break }
    }
  }

  /// Whether something was mended.
  private mutating func mendOnce(_ reader: LintReader) -> Bool {
    var edits = Dictionary(sources.map { (Array($0.name.utf8), TextEdits()) }) { first, _ in first }
    var mended = 0
    var reader = reader
    reader.read(sources) { input in
      var findings = Linter.findings(of: input)
      _ = findings.drop(where: input.ignores)
      for fix in findings.all.compactMap(\.fix) {
        guard let source = fix.first.map({ Array($0.source.utf8) }) else { continue }
        if edits[source]?.add(fix) == true { mended += 1 }
      }
    }
    guard mended > 0 else { return false }
    count += mended
    sources = sources.map { source in
      guard let edits = edits[Array(source.name.utf8)] else { return source }
      return SourceBytes(name: source.name, fileName: source.fileName, bytes: edits.applied(to: source.bytes))
    }
    return true
  }
}
