extension PlanReport {
  /// The plan for people: what would fail, what warns, then each step in its order with its differences below it.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var failing = TextTable()
    for failure in failures { failing.add(failure.row) }
    for step in steps where step.forecast.fails { failing.add(step.row(below: step.messageLines)) }
    var text = failing.text(style)
    if verbosity == .quiet { return text }
    text += warnings.map { "\(style.mark("warning", .warning))  \($0)\n" }.joined()
    var table = TextTable()
    for step in steps where step.isShown(verbosity) { table.add(step.row(below: step.diffLines(style))) }
    if !text.isEmpty, !table.rows.isEmpty { text += "\n" }
    return text + table.text(style) + "plan: \(counts); nothing was changed\n"
  }
}

extension PartFailure {
  var row: TextTable.Row {
    TextTable.Row(
      cells: ["FAIL", "part", name.description], ink: .failure,
      below: errors.map(\.description) + ["Nothing of this part would be applied. Correct it."])
  }
}

extension ForecastStep {
  fileprivate func isShown(_ verbosity: CommonOptions.Verbosity) -> Bool {
    switch forecast {
    case .create, .change, .remove, .leave, .run: true
    case .unchanged: verbosity == .verbose
    case .fail: false
    }
  }

  fileprivate func row(below: [String]) -> TextTable.Row {
    let ink: TextStyle.Ink =
      switch forecast {
      case .create, .change, .remove, .run: .change
      case .unchanged, .leave: .aside
      case .fail: .failure
      }
    let word = forecast.fails ? "FAIL" : forecast.word
    let remark = forecast.fails ? nil : forecast.message ?? step.fileDetails?.summary
    return TextTable.Row(
      cells: [word, step.kind.rawValue, Printable.escape(step.subject), remark ?? "", step.origin.description],
      ink: ink, below: below)
  }

  fileprivate var messageLines: [String] { [forecast.message].compactMap { $0 } }

  /// The lines of the difference, safe to show: a file can hold what drives a terminal.
  fileprivate func diffLines(_ style: TextStyle) -> [String] {
    guard let diff = forecast.diff else { return [] }
    return diff.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let text = Substring(line).split(separator: "\t", omittingEmptySubsequences: false)
        .map { Printable.escape(String($0)) }.joined(separator: "\t")
      return switch line.first {
      case UInt8(ascii: "+"): style.mark(text, .change)
      case UInt8(ascii: "-"): style.mark(text, .failure)
      case UInt8(ascii: "@"): style.mark(text, .aside)
      case _: text
      }
    }
  }
}
