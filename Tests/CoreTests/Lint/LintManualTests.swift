import Foundation
import Testing

@testable import Core

@Suite struct LintManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../docs/lint.md")

  /// `RECORD=1` writes the page anew and fails.
  @Test("docs/lint.md is what the rules say of themselves")
  func markdown() throws {
    let text = LintManual.markdown
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: Self.file)
      Issue.record("recorded docs/lint.md")
    }
    #expect(
      try String(contentsOf: Self.file, encoding: .utf8) == text, "docs/lint.md is stale: RECORD=1 writes it anew")
  }

  @Test("the page of a rule has its examples as they are")
  func page() {
    let text = LintManual.page(of: WfPermissionsNumber.self).text
    for line in WfPermissionsNumber.bad.split(separator: "\n") + WfPermissionsNumber.good.split(separator: "\n") {
      #expect(text.contains("    \(line)\n"))
    }
  }

  @Test("the list has a line for each rule")
  func list() {
    #expect(LintManual.list(.plain).split(separator: "\n").count == LintRules.all.count)
  }
}
