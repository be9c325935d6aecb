/// Checks as text for people.
///
/// ```
/// FAIL     cpu.min
///     wanted    at least 8 CPUs
///     found     4 CPUs
///     evidence  /sys/fs/cgroup/cpu.max: 400000 100000
///     place     app.yaml:88:17
///     remedy    Use a larger machine, or give the container more CPU time.
/// pass     ram.min  31.2 GB; wanted at least 4 GB
/// ```
struct CheckText {
  /// Columns that a line keeps to, where no word of it is longer.
  private static let width = 90
  private static let labelWidth = 10
  private static let outcomeWidth = 9
  /// Columns of the ids that others are lined up with.
  private static let widestID = 40

  let style: TextStyle
  let verbosity: CommonOptions.Verbosity

  /// Each item with what is known of it below.
  func blocks(of items: [ReportItem]) -> String {
    items.map { item in
      "\(outcome(item))\(item.id)\n" + facts(of: item).flatMap(lines).map { "    \($0)\n" }.joined()
        + item.output.map { "    | \($0)\n" }.joined()
    }.joined()
  }

  /// A line for each item, or a block where everything is asked for.
  func rows(of items: [ReportItem]) -> String {
    if verbosity == .verbose { return blocks(of: items) }
    let widest = items.map(\.id.count).filter { $0 <= Self.widestID }.max() ?? 0
    return items.map { item in
      let padding = String(repeating: " ", count: max(0, widest - item.id.count) + 2)
      let indent = Self.outcomeWidth + widest + 2
      let lines = WrappedText.lines(item.headline, width: Self.width - indent)
      let continued = lines.dropFirst().map { String(repeating: " ", count: indent) + "\($0)\n" }
      return "\(outcome(item))\(item.id)\(padding)\(lines.first ?? "")\n" + continued.joined()
    }.joined()
  }

  /// Of the evidence only the decisive, unless everything is asked for.
  private func facts(of item: ReportItem) -> [ReportFact] {
    if verbosity == .verbose { return item.facts }
    let decisive = item.facts.firstIndex { $0.label == .evidence }
    return item.facts.enumerated().filter { index, fact in
      switch fact.label {
      case .evidence: index == decisive
      case .time: false
      case .wanted, .found, .margin, .message, .part, .place, .remedy: true
      }
    }.map(\.element)
  }

  private func lines(_ fact: ReportFact) -> [String] {
    let label = fact.label.rawValue
    let margin = String(repeating: " ", count: Self.labelWidth)
    let lines = WrappedText.lines(fact.text, width: Self.width - 4 - Self.labelWidth)
    return lines.enumerated().map { index, line in
      index == 0 ? style.mark(label, .aside) + margin.dropFirst(label.count) + line : margin + line
    }
  }

  private func outcome(_ item: ReportItem) -> String {
    let (word, ink): (String, TextStyle.Ink) =
      switch item.outcome {
      case .pass: ("pass", .change)
      case .warn: ("warn", .warning)
      case .fail: ("FAIL", .failure)
      case .unknown: ("UNKNOWN", .warning)
      case .skipped: ("skipped", .aside)
      }
    return style.mark(word, ink) + String(repeating: " ", count: Self.outcomeWidth - word.count)
  }
}
