extension LintReport {
  /// Each finding with its line, and a line that counts them.
  ///
  /// ```
  /// error[wf-permissions-number] ig.yaml:14:7: the mode 755 is a decimal number, which is 01363 in octal
  ///    14 |     permissions: 755
  ///       |                  ^^^
  ///   help: put the mode in quotes: "0755"
  /// ```
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var text = ""
    for entry in entries where verbosity != .quiet || entry.finding.severity == .error {
      text += Self.text(entry, style) + "\n"
    }
    return text + summary + "\n"
  }

  private static func text(_ entry: Entry, _ style: TextStyle) -> String {
    let finding = entry.finding
    let heading = style.mark("\(finding.severity.rawValue)[\(finding.rule)]", finding.severity.ink)
    var text = "\(heading) \(finding.origin): \(finding.message)\n"
    if let excerpt = entry.excerpt {
      let number = String(excerpt.line)
      let margin = String(repeating: " ", count: max(5, number.utf8.count))
      let carets = String(repeating: "^", count: excerpt.width)
      text += "\(margin.dropFirst(number.utf8.count))\(number) | \(excerpt.text)\n"
      text +=
        "\(margin) | \(String(repeating: " ", count: excerpt.indent))\(style.mark(carets, finding.severity.ink))\n"
    }
    text += "  help: \(finding.help)\n"
    if !finding.assumed.isEmpty {
      text += "  assumed, as nothing says so: \(finding.assumed.map { "--\($0.rawValue)" }.joined(separator: ", "))\n"
    }
    return text
  }

  /// `lint: 2 errors, 1 warning (3 can be mended with --fix)`
  package var summary: String {
    let names: [(LintSeverity, one: String, many: String)] = [
      (.error, "error", "errors"), (.warning, "warning", "warnings"), (.advice, "advice", "pieces of advice"),
    ]
    var words = names.compactMap { severity, one, many in
      let count = count(severity)
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    if words.isEmpty { words = ["nothing found"] }
    if ignored > 0 { words.append("\(ignored) ignored by comments") }
    if unlisted > 0 { words.append("\(unlisted) not listed") }
    var text = "lint: \(words.joined(separator: ", "))"
    if let fixed {
      text += "; \(fixed.findings) mended in \(fixed.files) file\(fixed.files == 1 ? "" : "s")"
    } else {
      let fixable = entries.count { $0.finding.fix != nil }
      if fixable > 0 { text += " (\(fixable) can be mended with --fix)" }
    }
    return text
  }

  /// A line a finding, as compilers write it and editors read it: `ig.yaml:14:7: error: message [rule]`.
  package var compact: String {
    entries.map { entry in
      let finding = entry.finding
      return "\(finding.origin): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n"
    }.joined()
  }
}

extension LintSeverity {
  fileprivate var ink: TextStyle.Ink {
    switch self {
    case .error: .failure
    case .warning: .warning
    case .advice: .heading
    }
  }
}
