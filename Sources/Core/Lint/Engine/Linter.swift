/// Runs rules over one input.
package enum Linter {
  /// What the rules came to, by place and then by rule; a finding without a length reaches to the end of its line.
  package static func findings(of input: LintInput, rules: [any LintRule.Type] = LintRules.all) -> LintFindings {
    var findings = LintFindings(input)
    for rule in rules {
      findings.begin(rule)
      rule.check(input, &findings)
    }
    findings.settle(in: input)
    return findings
  }
}
