extension ReportDocument {
  /// What a custom plugin of node-problem-detector prints: one line of at most 80 bytes, its newline among them, the worst
  /// first. The detector cuts at 80 bytes itself, but between any two.
  ///
  /// Its statuses are 0 for OK and 1 for a problem; any other, and so this program's 2 and 3, is Unknown
  /// (`pkg/custompluginmonitor/plugin/plugin.go`).
  var npd: String {
    ReportFormat.npdLine(summary)
  }

  /// `2 of 14 failed: cpu.min: 4 CPUs; wanted at least 8 CPUs`
  private var summary: String {
    for (effect, word) in [(Effect.fails, "failed"), (.undetermined, "unknown")] {
      let affected = items.filter { self.effect(of: $0) == effect }
      guard let first = affected.first else { continue }
      return "\(affected.count) of \(items.count) \(word): \(first.id): \(first.headline)"
    }
    return "\(name): \(counts)"
  }
}

extension ReportFormat {
  /// `sentence` as node-problem-detector takes it; where there is no report, the one that says why.
  package static func npdLine(_ sentence: String) -> String { CutText.line(sentence, bytes: 79) + "\n" }
}
