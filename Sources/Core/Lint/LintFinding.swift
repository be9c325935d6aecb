/// Something that a rule found, and where.
package struct LintFinding: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  package let severity: LintSeverity
  /// In the outer source wherever the text lies in it line for line.
  package let origin: Origin
  /// How much of the line it is about, in columns; at least 1.
  package let length: Int
  /// Subject first, found and wanted; no content beyond a short quoted value.
  package let message: String
  /// What to do: one sentence, without its full stop.
  package let help: String
  /// What the rule took for granted because nobody said it.
  package let assumed: [LintAssumption]
  /// The one right mend; nil where somebody has to decide.
  package let fix: [TextEdit]?
}
