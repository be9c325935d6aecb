import Testing

@testable import Core

/// What holds for every rule.
@Suite struct RuleTests {
  static let ids = LintRules.all.map { $0.id }

  @Test("a rule's id is its type's name", arguments: RuleTests.ids)
  func name(id: String) throws {
    let rule = try #require(LintRules.rule(id))
    let words = id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    #expect(String(describing: rule).uppercased() == words.joined().uppercased())
  }

  @Test("no two rules have one id")
  func uniqueness() {
    #expect(Set(RuleTests.ids).count == LintRules.all.count)
  }

  @Test(
    "a rule finds something in its bad example, at its severity or a milder one", arguments: RuleTests.ids)
  func badExample(id: String) throws {
    let rule = try #require(LintRules.rule(id))
    #expect(!MarkedSource(rule.bad).findings(of: [rule]).isEmpty)
  }

  @Test("no rule finds an error in a good example, and its own finds nothing", arguments: RuleTests.ids)
  func goodExample(id: String) throws {
    let rule = try #require(LintRules.rule(id))
    let findings = MarkedSource(rule.good).findings(of: LintRules.all)
    #expect(findings.filter { $0.rule == id || $0.severity == .error }.map(\.message) == [])
  }

  @Test("a rule's summary is one line without a full stop", arguments: RuleTests.ids)
  func summary(id: String) throws {
    let rule = try #require(LintRules.rule(id))
    #expect(!rule.summary.isEmpty && !rule.summary.contains("\n") && !rule.summary.hasSuffix("."))
    #expect(!rule.why.blocks.isEmpty)
  }
}
