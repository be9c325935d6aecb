/// Runs rules over one input.
package enum Linter {
  /// What the rules came to, by place and then by rule; a finding without a length reaches to the end of its line.
  package static func findings(of input: LintInput, rules: [any LintRule.Type] = LintRules.all) -> LintFindings {
    var findings = LintFindings(input)
    for rule in rules {
      findings.begin(rule)
      rule.check(input, &findings)
    }
    findings.settle { input.line(at: $0) }
    return findings
  }
}

extension LintInput {
  /// The line that `origin` is on, without its end; nil where only a whole source is meant, or a part that is encoded.
  package func line(at origin: Origin) -> ArraySlice<UInt8>? {
    guard let position = origin.position else { return nil }
    guard let part = origin.part else {
      return sources.first { $0.name.hasBytes(of: origin.source) }?.line(position.line)
    }
    let holder = parts.first {
      $0.part.placement.part?.hasBytes(of: part) == true && $0.source.name.hasBytes(of: origin.source)
    }
    guard let text = holder?.text, let line = text.lines.dropFirst(position.line - 1).first else { return nil }
    return text.bytes(of: line)
  }
}
