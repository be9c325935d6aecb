/// One check, step or part of a report. All of its text is safe to show, one line each.
struct ReportItem: Sendable {
  enum Kind: Sendable {
    /// One of a manifest's few rules, which are the same from run to run.
    case check(margin: Margin?)
    /// One of what may be thousands.
    case step
  }

  let kind: Kind
  /// `cpu.min`, `file:/etc/app.conf`. More than one item may have it.
  let id: String
  let outcome: Verdict.Outcome
  /// What it came to: `4 CPUs; wanted at least 8 CPUs`. May be empty.
  let headline: String
  let facts: [ReportFact]
  /// The last lines of what a failed command printed.
  let output: [String]
  /// Wall time; nil where it only shared another's.
  let microseconds: Int?

  init(
    _ kind: Kind, id: String, _ outcome: Verdict.Outcome, headline: String, facts: [ReportFact] = [],
    output: [String] = [], microseconds: Int? = nil
  ) {
    self.kind = kind
    self.id = id
    self.outcome = outcome
    self.headline = headline
    self.facts = facts
    self.output = output
    self.microseconds = microseconds
  }
}

/// A line about an item and what it tells.
struct ReportFact: Sendable {
  enum Label: String, Sendable {
    case wanted
    case found
    case margin
    case evidence
    case message
    case part
    /// Where the input asks for it.
    case place
    case remedy
    case time
  }

  let label: Label
  let text: String

  init(_ label: Label, _ text: String) {
    self.label = label
    self.text = text
  }
}
