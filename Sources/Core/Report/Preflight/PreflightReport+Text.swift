extension PreflightReport {
  /// The report for people: what failed with what to do about it, what could not be told, what warns, then a line for
  /// each check that passed, what was fixed, and a summary last, where it is still on the screen.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    let checks = CheckText(style: style, verbosity: verbosity)
    if verbosity == .quiet { return checks.blocks(of: decisive) + lines(of: fixes.filter(\.hasFailed), style) }
    let blocks = checks.blocks(of: items(.fail) + items(.unknown) + items(.warn))
    let rows = checks.rows(of: items(.pass) + items(.skipped))
    let sections = ["\(heading(style))\n", blocks, rows, lines(of: fixes, style)].filter { !$0.isEmpty }
    return sections.joined(separator: "\n") + "\n" + summary(style) + "\n"
  }

  private func lines(of fixes: [Fix], _ style: TextStyle) -> String {
    fixes.map { "\($0.line(style))\n" }.joined()
  }

  private func items(_ outcome: Verdict.Outcome) -> [ReportItem] {
    verdicts.filter { $0.outcome == outcome }.map(\.item)
  }

  /// What made the status what it is.
  private var decisive: [ReportItem] {
    let failed = items(.fail)
    if !failed.isEmpty || fixes.contains(where: \.hasFailed) || status == .done { return failed }
    return items(.unknown) + (status == .failed ? items(.warn) : [])
  }

  /// `preflight of app.yaml, profile db, on node-1`
  private func heading(_ style: TextStyle) -> String {
    let pieces = ["\(name) of \(source)", profile.map { "profile \($0)" }, hostName.map { "on \($0)" }]
    return style.mark(Printable.escape(pieces.compactMap { $0 }.joined(separator: ", ")), .heading)
  }

  /// `preflight: FAILED after 12 ms: 1 failed, 14 passed`
  private func summary(_ style: TextStyle) -> String {
    let word =
      switch status {
      case .done: style.mark("passed", .change)
      case .failed, .unusable: style.mark("FAILED", .failure)
      case .undetermined: style.mark("undetermined", .warning)
      }
    return "\(name): \(word) after \(Elapsed.text(microseconds)): \(counts)"
  }
}

extension Fix {
  fileprivate func line(_ style: TextStyle) -> String {
    let subject = "\(path): \(Printable.escape(change))"
    return switch outcome {
    case .done: "\(style.mark("fixed", .change))  \(subject)"
    case .failed(let reason): "\(style.mark("NOT FIXED", .failure))  \(subject): \(Printable.escape(reason))"
    }
  }
}
