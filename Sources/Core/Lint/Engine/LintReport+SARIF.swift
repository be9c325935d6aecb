extension LintReport {
  /// The findings as SARIF 2.1.0 (OASIS), which code review tools show beside the lines that they are about.
  ///
  /// Columns count Unicode code points. What is inside of base64 or gzip has no line of its own: its place is in the message.
  package var sarif: JSON {
    [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "bringup",
              "semanticVersion": .string(Version.text),
              "rules": .array(LintRules.all.map { $0.sarif }),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(entries.map(\.sarif)),
        ]
      ],
    ]
  }

  /// Indexes of the rules by their ids.
  fileprivate static let indexes = Dictionary(
    uniqueKeysWithValues: LintRules.all.enumerated().map { ($0.element.id, $0.offset) })
}

extension LintRule {
  fileprivate static var sarif: JSON {
    [
      "id": .string(id),
      "shortDescription": ["text": .string(summary)],
      "fullDescription": ["text": .string(why.text)],
      "defaultConfiguration": ["level": .string(severity.sarifLevel)],
    ]
  }
}

extension LintSeverity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}

extension LintReport.Entry {
  fileprivate var sarif: JSON {
    let place = finding.origin.part == nil ? "" : "\(finding.origin): "
    var members: [JSON.Member] = [JSON.Member("ruleId", .string(finding.rule))]
    if let index = LintReport.indexes[finding.rule] { members.append(JSON.Member("ruleIndex", .integer(index))) }
    members += [
      JSON.Member("level", .string(finding.severity.sarifLevel)),
      JSON.Member("message", ["text": .string("\(place)\(finding.message); \(finding.help)")]),
      JSON.Member("locations", [["physicalLocation": .object(location)]]),
    ]
    if let fix = finding.fix { members.append(JSON.Member("fixes", [Self.sarif(fix, help: finding.help)])) }
    return .object(members)
  }

  private var location: [JSON.Member] {
    let artifact = JSON.Member("artifactLocation", ["uri": .string(Self.uri(finding.origin.source))])
    guard finding.origin.part == nil, let position = finding.origin.position else { return [artifact] }
    let region: JSON = [
      "startLine": .integer(position.line),
      "startColumn": .integer(position.column),
      "endColumn": .integer(position.column + finding.length),
    ]
    return [artifact, JSON.Member("region", region)]
  }

  private static func sarif(_ fix: [TextEdit], help: String) -> JSON {
    let replacements = fix.map { edit -> JSON in
      [
        "deletedRegion": [
          "byteOffset": .integer(edit.range.lowerBound), "byteLength": .integer(edit.range.count),
        ],
        "insertedContent": ["text": .string(String(decoding: edit.replacement, as: UTF8.self))],
      ]
    }
    return [
      "description": ["text": .string(help)],
      "artifactChanges": [
        [
          "artifactLocation": ["uri": .string(uri(fix.first?.source ?? ""))],
          "replacements": .array(replacements),
        ]
      ],
    ]
  }

  /// A path as a URI reference (RFC 3986): what is not unreserved, nor a slash, by its bytes; a colon too, which would
  /// make a scheme of what is before it.
  static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      if ASCII.isAlphanumeric(byte) || "-._~/".utf8.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
