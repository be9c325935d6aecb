extension ApplyReport {
  /// The report for people: what failed with what to do about it, what warns, what was done, and a summary last, where it
  /// is still on the screen.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var text = failureText(style)
    switch verbosity {
    case .quiet:
      return status == .done || outcome == .failed ? text : text + warningText(style)
    case .normal, .verbose:
      text += warningText(style)
      var table = TextTable()
      for step in steps where step.isShown(verbosity) { table.add(step.row(below: [])) }
      if !text.isEmpty, !table.rows.isEmpty { text += "\n" }
      return text + table.text(style) + summary(style) + "\n"
    }
  }

  private func failureText(_ style: TextStyle) -> String {
    var table = TextTable()
    for part in failedParts {
      table.add(
        TextTable.Row(
          cells: ["FAILED", "part", part.name.description], ink: .failure, below: part.errors + [Advice.part(command)]))
    }
    for step in steps where step.hasFailed {
      table.add(
        step.row(
          below: [step.message].compactMap { $0 } + step.outputLines.map { "| \($0)" } + [Advice.step(step, command)]))
    }
    return table.text(style)
  }

  private func warningText(_ style: TextStyle) -> String {
    allWarnings.map { "\(style.mark("warning", .warning))  \($0)\n" }.joined()
  }

  /// `apply: FAILED after 12 ms: 3 changed, 1 failed`
  private func summary(_ style: TextStyle) -> String {
    let word =
      switch outcome {
      case .changed: style.mark("changed", .change)
      case .unchanged: style.mark("unchanged", .heading)
      case .failed: style.mark("FAILED", .failure)
      }
    let warned = allWarnings.isEmpty ? "" : ", \(allWarnings.count) warning\(allWarnings.count == 1 ? "" : "s")"
    let place = root == "/" ? "" : " in \(Printable.escape(root))"
    return "\(command.rawValue): \(word)\(place) after \(Elapsed.text(microseconds)): \(counts)\(warned)"
  }
}

extension StepResult {
  fileprivate func isShown(_ verbosity: CommonOptions.Verbosity) -> Bool {
    switch outcome {
    case .changed, .left, .notRun: true
    case .unchanged: verbosity == .verbose || note != nil
    case .failed, .stuck: false
    }
  }

  fileprivate func row(below: [String]) -> TextTable.Row {
    let (word, ink): (String, TextStyle.Ink) =
      switch outcome {
      case .changed: ("changed", .change)
      case .unchanged: ("unchanged", .aside)
      case .failed, .stuck: ("FAILED", .failure)
      case .left: ("left", .aside)
      case .notRun: ("not run", .warning)
      }
    let remark = hasFailed ? nil : message ?? details.file?.summary
    return TextTable.Row(
      cells: [word, kind.rawValue, Printable.escape(subject), remark ?? "", origin?.description ?? ""], ink: ink,
      below: below)
  }

  /// The end of what a failed command printed.
  var outputLines: [String] { OutputTail.lines(details.command?.output ?? []) }
}

extension FileDetails {
  /// `0644 root:root`
  var summary: String {
    let account = owner == nil && group == nil ? nil : "\(owner ?? ""):\(group ?? "")"
    return [mode, account].compactMap { $0 }.joined(separator: " ")
  }
}

/// How long something took, for people: `830 us`, `12 ms`, `3.4 s`.
enum Elapsed {
  static func text(_ microseconds: Int) -> String {
    if microseconds < 1000 { return "\(microseconds) us" }
    if microseconds < 1_000_000 { return "\(microseconds / 1000) ms" }
    return "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10) s"
  }
}
