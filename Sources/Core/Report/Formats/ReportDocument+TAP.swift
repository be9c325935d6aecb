extension ReportDocument {
  /// The Test Anything Protocol, version 13, which those who know version 14 read too, with a YAML block below each test
  /// point that has something to say.
  ///
  /// What could not be told is `not ok` with the directive `TODO`, which no harness counts as a failure and each lists.
  var tap: String {
    let points = items.enumerated().flatMap { index, item in point(item, number: index + 1) }
    let plan = items.isEmpty ? "1..0 # SKIP nothing to report" : "1..\(items.count)"
    return (["TAP version 13", plan] + points).map { "\($0)\n" }.joined()
  }

  private func point(_ item: ReportItem, number: Int) -> [String] {
    let description = "\(number) - \(Self.escape(item.id))"
    let headline = Self.escape(item.headline)
    switch effect(of: item) {
    case .passes:
      return ["ok \(description)"] + (item.outcome == .warn ? Self.diagnostic(item) : [])
    case .fails: return ["not ok \(description)"] + Self.diagnostic(item)
    case .undetermined: return ["not ok \(description) # TODO \(headline)"] + Self.diagnostic(item)
    case .skipped: return ["ok \(description) # SKIP \(headline)"]
    }
  }

  /// A number sign would begin a directive.
  private static func escape(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "#" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  /// Each value is a JSON string, which is one of YAML too. There are no lists: Perl's harness takes an item with a colon
  /// in it for a mapping.
  private static func diagnostic(_ item: ReportItem) -> [String] {
    var lines = ["severity: \(quote(item.outcome.rawValue))", "message: \(quote(item.headline))"]
    var seen: Set<ReportFact.Label> = [.message]
    for label in item.facts.map(\.label) where seen.insert(label).inserted {
      let texts = item.facts.filter { $0.label == label }.map(\.text)
      lines.append("\(label.rawValue): \(quote(texts.joined(separator: "\n")))")
    }
    if !item.output.isEmpty { lines.append("output: \(quote(item.output.joined(separator: "\n")))") }
    return (["---"] + lines + ["..."]).map { "  \($0)" }
  }

  private static func quote(_ text: String) -> String {
    String(decoding: JSON.string(text).bytes(.compact), as: UTF8.self)
  }
}
