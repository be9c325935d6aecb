/// What the rules found so far in one node's user-data, within ``Limits/lintFindingsPerRule``.
package struct LintFindings: Sendable {
  package private(set) var all: [LintFinding] = []
  /// How many more each rule found than are kept.
  package private(set) var unlisted: [String: Int] = [:]

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

  /// Whether another finding of this rule would be dropped: nothing is left to look for.
  package var isFull: Bool { countOfRule >= Limits.lintFindingsPerRule }

  /// Adds a finding about `length` columns at `origin`; 0 is the rest of the line.
  ///
  /// `assuming` is what the rule relied on; of it, the finding tells what nobody said. `severity` where it is not the
  /// rule's own. Edits are those of one mend: nil among them (text that cannot be edited in its source) makes it none.
  package mutating func add(
    at origin: Origin, length: Int = 0, _ message: @autoclosure () -> String, help: @autoclosure () -> String,
    assuming: [LintAssumption] = [], severity: LintSeverity? = nil, fix: @autoclosure () -> [TextEdit?] = []
  ) {
    guard !isFull else {
      unlisted[rule.id, default: 0] += 1
      return
    }
    countOfRule += 1
    let edits = fix()
    all.append(
      LintFinding(
        rule: rule.id, severity: severity ?? rule.severity, origin: origin, length: length, message: message(),
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

  /// Puts the findings in order, and gives those without a length the rest of their line.
  mutating func settle(line: (Origin) -> ArraySlice<UInt8>?) {
    all = all.map { $0.settled(on: line($0.origin)) }
    all.sort { ($0.place.0, $0.place.1, $0.rule) < ($1.place.0, $1.place.1, $1.rule) }
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

  /// With a length that does not pass the end of the line.
  fileprivate func settled(on line: ArraySlice<UInt8>?) -> LintFinding {
    guard let line, let position = origin.position else { return with(length: max(length, 1)) }
    let rest = line.count { $0 & 0xC0 != 0x80 } - position.column + 1
    return with(length: max(1, length == 0 ? rest : min(length, rest)))
  }

  private func with(length: Int) -> LintFinding {
    LintFinding(
      rule: rule, severity: severity, origin: origin, length: length, message: message, help: help, assumed: assumed,
      fix: fix)
  }
}

extension YAMLNode {
  /// Columns of a scalar that stands on one line; 0, which is the rest of its first line, for anything else.
  var widthOnFirstLine: Int { start.line == end.line ? end.column - start.column : 0 }
}
