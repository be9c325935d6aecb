/// What the rules found so far in one node's user-data, within ``Limits/lintFindingsPerRule``.
package struct LintFindings: Sendable {
  package private(set) var all: [LintFinding] = []
  /// How many more were found than are kept, by their severity.
  package private(set) var unlisted: [LintSeverity: Int] = [:]

  private let given: LintAssumptions
  private var rule = (id: "", severity: LintSeverity.error)
  private var countOfRule = 0

  init(_ input: LintInput) {
    given = input.assumptions
  }

  /// What is added from here on is the rule's.
  mutating func begin(_ rule: any LintRule.Type) {
    self.rule = (rule.id, rule.severity)
    countOfRule = 0
  }

  /// Whether another finding of this rule would only be counted.
  package var isFull: Bool { countOfRule >= Limits.lintFindingsPerRule }

  /// Adds a finding about `length` columns at `origin`; 0 is the rest of the line.
  ///
  /// `assuming` is what the rule relied on; of it, the finding tells what nobody said. `severity` where it is not the
  /// rule's own. Edits are those of one mend: nil among them (text that cannot be edited in its source) makes it none.
  package mutating func add(
    at origin: @autoclosure () -> Origin, length: Int = 0, _ message: @autoclosure () -> String,
    help: @autoclosure () -> String, assuming: [LintAssumption] = [], severity: LintSeverity? = nil,
    fix: @autoclosure () -> [TextEdit?] = []
  ) {
    guard !isFull else {
      unlisted[severity ?? rule.severity, default: 0] += 1
      return
    }
    countOfRule += 1
    let edits = fix()
    all.append(
      LintFinding(
        rule: rule.id, severity: severity ?? rule.severity, origin: origin(), length: length, message: message(),
        help: help(), assumed: assuming.filter(isAssumed),
        fix: edits.isEmpty || edits.contains(nil) ? nil : edits.compactMap(\.self)))
  }

  /// Adds a finding about a node of a part's YAML.
  package mutating func add(
    at node: YAMLNode, in text: LintText, _ message: @autoclosure () -> String, help: @autoclosure () -> String,
    assuming: [LintAssumption] = [], severity: LintSeverity? = nil, fix: @autoclosure () -> [TextEdit?] = []
  ) {
    add(
      at: text.origin(at: node.start), length: node.widthOnFirstLine, message(), help: help(), assuming: assuming,
      severity: severity, fix: fix())
  }

  /// Puts each finding where it is in the original, with a length that ends on its line, and all in order.
  mutating func settle(in input: LintInput) {
    all = all.map { $0.settled(in: input) }
    all.sort { ($0.place.0, $0.place.1, $0.rule) < ($1.place.0, $1.place.1, $1.rule) }
  }

  /// Takes out what `isIgnored` holds for, and returns how many that were.
  mutating func drop(where isIgnored: (LintFinding) -> Bool) -> Int {
    let count = all.count
    all.removeAll(where: isIgnored)
    return count - all.count
  }

  private func isAssumed(_ assumption: LintAssumption) -> Bool {
    switch assumption {
    case .cloud: given.cloud.basis == .assumed
    case .image: given.image.basis == .assumed
    case .cloudInit: given.cloudInit.basis == .assumed
    }
  }
}

extension LintFinding {
  fileprivate var place: (String, Position) { (origin.source, origin.position ?? .start) }
}

extension YAMLNode {
  /// Columns of a scalar that stands on one line; 0, which is the rest of its first line, for anything else.
  var widthOnFirstLine: Int { start.line == end.line ? end.column - start.column : 0 }
}
