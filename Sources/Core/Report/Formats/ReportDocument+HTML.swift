extension ReportDocument {
  /// A page for a browser, whole in itself: no script, nothing fetched, light or dark as the reader has it. What is not
  /// well comes first, opened; the rest are lines that open.
  var html: String {
    let title = Markup.escape(([name] + [hostName.map { "on \($0)" }].compactMap { $0 }).joined(separator: " "))
    let about =
      subjects + [
        ("started", startedAt.description), ("took", Elapsed.text(microseconds)), ("bringup", programVersion),
      ]
    let rest = items.filter { $0.outcome == .pass } + items.filter { $0.outcome == .skipped }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title): \(Markup.escape(verdict))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="summary \(statusClass)"><strong>\(verdict)</strong> \(Markup.escape(counts))</p>
      <dl>
      \(about.map { Self.row($0.name, $0.value) }.joined(separator: "\n"))
      </dl>
      \((troubles.map { Self.details($0, " open") } + rest.map { Self.details($0, "") }).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var verdict: String {
    switch status {
    case .done: "passed"
    case .failed, .unusable: "failed"
    case .undetermined: "undetermined"
    }
  }

  /// The class of the outcome that the status is coloured as.
  private var statusClass: String {
    let outcome: Verdict.Outcome =
      switch status {
      case .done: .pass
      case .failed, .unusable: .fail
      case .undetermined: .unknown
      }
    return outcome.rawValue
  }

  private static func details(_ item: ReportItem, _ state: String) -> String {
    let summary = """
      <summary><span class="\(item.outcome.rawValue)">\(item.outcome.rawValue)</span> \
      <code>\(Markup.escape(item.id))</code> \(Markup.escape(item.headline))</summary>
      """
    var lines = ["<details\(state)>\(summary)"]
    if !item.facts.isEmpty {
      lines += ["<dl>"] + item.facts.map { row($0.label.rawValue, $0.text) } + ["</dl>"]
    }
    if !item.output.isEmpty {
      lines.append("<pre>\(item.output.map(Markup.escape).joined(separator: "\n"))</pre>")
    }
    return (lines + ["</details>"]).joined(separator: "\n")
  }

  private static func row(_ name: String, _ value: String) -> String {
    "<dt>\(Markup.escape(name))</dt><dd>\(Markup.escape(value))</dd>"
  }

  private static let style = """
    :root { color-scheme: light dark; --good: #1a7f37; --bad: #b3261e; --open: #8a5a00; --line: #8886 }
    @media (prefers-color-scheme: dark) { :root { --good: #56d364; --bad: #ff8a80; --open: #e3b341 } }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
    h1 { font-size: 1.4rem }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem }
    dt { opacity: .75 }
    dd { margin: 0; overflow-wrap: anywhere }
    details { border-top: 1px solid var(--line); padding: .4rem 0 }
    summary { cursor: pointer; overflow-wrap: anywhere }
    summary > span { display: inline-block; min-width: 5rem; font-weight: 600 }
    pre { overflow-x: auto; border-left: 3px solid var(--line); padding-left: 1rem }
    .pass { color: var(--good) }
    .fail { color: var(--bad) }
    .warn, .unknown { color: var(--open) }
    .summary { border-left: 4px solid; padding-left: 1rem }
    """
}
