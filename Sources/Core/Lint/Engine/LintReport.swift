/// What a whole lint came to.
package struct LintReport: Sendable {
  /// A finding and the line it is about.
  package struct Entry: Sendable {
    package let finding: LintFinding
    package let excerpt: LintExcerpt?
  }

  /// At most ``Limits/lintFindings``, source by source, each in the order of its lines.
  package private(set) var entries: [Entry] = []
  /// Of all findings, listed or not.
  package private(set) var counts: [LintSeverity: Int] = [:]
  package private(set) var unlisted = 0
  /// How many findings a comment silenced.
  package private(set) var ignored = 0
  /// How many findings `--fix` mended, in how many files.
  package var fixed: (findings: Int, files: Int)?
  private let failsOnWarning: Bool

  package init(failsOnWarning: Bool = false) {
    self.failsOnWarning = failsOnWarning
  }

  /// Runs every rule over one input.
  package mutating func add(_ input: LintInput) {
    var findings = Linter.findings(of: input)
    ignored += findings.drop(where: input.ignores)
    for (severity, count) in findings.unlisted {
      counts[severity, default: 0] += count
      unlisted += count
    }
    for finding in findings.all {
      counts[finding.severity, default: 0] += 1
      guard entries.count < Limits.lintFindings else {
        unlisted += 1
        continue
      }
      entries.append(
        Entry(finding: finding, excerpt: input.line(at: finding.origin).flatMap { LintExcerpt($0, of: finding) }))
    }
  }

  /// Adds what another lint came to, behind this one's.
  package mutating func append(_ other: LintReport) {
    let listed = other.entries.prefix(Limits.lintFindings - entries.count)
    entries += listed
    unlisted += other.unlisted + other.entries.count - listed.count
    ignored += other.ignored
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  package var status: ExitStatus {
    let fails = count(.error) > 0 || failsOnWarning && count(.warning) > 0
    return fails ? .failed : .done
  }

  package func count(_ severity: LintSeverity) -> Int { counts[severity] ?? 0 }
}
