extension LintReport {
  /// For programs; its shape is `schemas/lint-report.schema.json`.
  package var json: JSON {
    [
      "version": 1,
      "command": "lint",
      "status": .integer(Int(status.rawValue)),
      "counts": .object(LintSeverity.allCases.map { JSON.Member($0.rawValue, .integer(count($0))) }),
      "ignored": .integer(ignored),
      "unlisted": .integer(unlisted),
      "findings": .array(entries.map(\.json)),
    ]
  }
}

extension LintReport.Entry {
  fileprivate var json: JSON {
    [
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "source": .string(Printable.escape(finding.origin.source)),
      "part": JSON(finding.origin.part.map(Printable.escape)),
      "line": JSON(finding.origin.position?.line),
      "column": JSON(finding.origin.position?.column),
      "length": JSON(finding.origin.position.map { _ in finding.length }),
      "message": .string(finding.message),
      "help": .string(finding.help),
      "assumed": .array(finding.assumed.map { .string($0.rawValue) }),
      "fixable": .bool(finding.fix != nil),
      "text": JSON(excerpt?.text),
    ]
  }
}
