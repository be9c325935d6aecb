/// What the rules say of themselves.
package enum LintManual {
  /// `bringup lint --rules`: a line a rule.
  package static func list(_ style: TextStyle) -> String {
    var table = TextTable()
    for rule in LintRules.all {
      table.add(TextTable.Row(cells: [rule.severity.rawValue, rule.id, rule.summary], ink: .aside))
    }
    return table.text(style)
  }

  /// `bringup lint --rule ID`
  package static func page(of rule: any LintRule.Type) -> Page {
    let lines = { (text: String) in
      Page.Block.prose(
        Prose(blocks: [.verbatim(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))]))
    }
    return Page(sections: [
      Page.Section(
        heading: "RULE",
        blocks: [.prose(Prose(blocks: [.paragraph("\(rule.id) (\(rule.severity.rawValue)): \(rule.summary).")]))]),
      Page.Section(heading: "WHY", blocks: [.prose(rule.why)]),
      Page.Section(heading: "BAD", blocks: [lines(rule.bad)]),
      Page.Section(heading: "GOOD", blocks: [lines(rule.good)]),
    ])
  }

  /// `docs/lint.md`
  package static var markdown: String {
    var text = """
      # What `bringup lint` finds

      An **error** is something that will not happen as asked for, or breaks the boot; a **warning** is likely not what was
      meant; **advice** is for what works and could be better. `bringup lint --rule RULE` shows one of these rules, and the
      comment `# bringup: ignore RULE reason`, on the line or right above it, silences one finding.

      This page is made from the rules themselves.

      | rule | severity | what is found |
      |---|---|---|

      """
    for rule in LintRules.all {
      text += "| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.summary) |\n"
    }
    for rule in LintRules.all { text += "\n" + section(rule) }
    return text
  }

  private static func section(_ rule: any LintRule.Type) -> String {
    """
    ## \(rule.id)

    \(rule.summary) (\(rule.severity.rawValue)).

    \(rule.why.markdown)

    Bad:

    \(block(rule.bad))

    Good:

    \(block(rule.good))

    """
  }

  /// Fenced by more backticks than the text holds in a row.
  private static func block(_ text: String) -> String {
    let fence = PythonText.contains("```", in: text) ? "````" : "```"
    return "\(fence)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}
