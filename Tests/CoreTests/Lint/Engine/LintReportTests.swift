import Foundation
import Testing

@testable import Core

@Suite struct LintReportTests {
  private func report(_ text: String, failsOnWarning: Bool = false) -> LintReport {
    var report = LintReport(failsOnWarning: failsOnWarning)
    for input in MarkedSource(text).inputs() { report.add(input) }
    return report
  }

  private static let mode = "#cloud-config\nwrite_files:\n  - {path: /a, permissions: 755}\n"
  private static let echo = "#cloud-config\nbootcmd:\n  - echo [Service] >> /etc/systemd/system/a.service.d/b.conf\n"

  @Test("text shows the line, carets below what is wrong, and what to do")
  func text() {
    let text = report(Self.mode).text(.plain, .normal)
    #expect(
      text.hasPrefix(
        """
        error[wf-permissions-number] in:3:29: the mode 755 is a decimal number, which is 01363 in octal
            3 |   - {path: /a, permissions: 755}
              |                             ^^^
          help: put the mode in quotes: "0755"

        """))
    #expect(text.hasSuffix("lint: 1 error (1 can be mended with --fix)\n"))
  }

  @Test("of what is encoded, the line is shown as it is decoded, also behind empty ones")
  func decoded() {
    let config = "#cloud-config\n\n\nwrite_files:\n\n  - {path: /a, permissions: 755}\n"
    let message = """
      MIME-Version: 1.0
      Content-Type: text/cloud-config
      Content-Transfer-Encoding: base64

      \(Data(config.utf8).base64EncodedString())

      """
    #expect(
      report(message).text(.plain, .normal).hasPrefix(
        """
        error[wf-permissions-number] in[part-001]:6:29: the mode 755 is a decimal number, which is 01363 in octal
            6 |   - {path: /a, permissions: 755}
              |                             ^^^

        """))
  }

  @Test("compact is a line a finding")
  func compact() {
    #expect(
      report(Self.mode).compact
        == "in:3:29: error: the mode 755 is a decimal number, which is 01363 in octal [wf-permissions-number]\n")
  }

  @Test("an error fails, a warning only where it is to, and nothing is good")
  func status() {
    #expect(report(Self.mode).status == .failed)
    #expect(report(Self.echo).status == .done)
    #expect(report(Self.echo, failsOnWarning: true).status == .failed)
    #expect(report("#cloud-config\nruncmd: [date]\n").text(.plain, .normal) == "lint: nothing found\n")
  }

  @Test("a report behind another is as if its input had been added there, up to what is listed at most")
  func joined() {
    let entry = "  - {path: /a, permissions: 755}\n"
    let ignored = "  # bringup: ignore wf-permissions-number sticky on purpose\n" + entry
    // Each lists as many as a rule may, and counts the rest.
    let entries = String(repeating: entry, count: Limits.lintFindingsPerRule + 1)
    let text = "#cloud-config\nwrite_files:\n" + ignored + entries
    let input = MarkedSource(text).inputs()[0]
    var (added, appended) = (LintReport(), LintReport())
    var share = LintReport()
    share.add(input)
    for _ in 0..<12 {
      added.add(input)
      appended.append(share)
    }
    #expect(appended.entries.count == Limits.lintFindings)
    #expect(appended.entries.map(\.finding) == added.entries.map(\.finding))
    #expect(appended.counts == added.counts)
    #expect(appended.unlisted == added.unlisted)
    #expect(appended.ignored == 12)
    #expect(added.ignored == 12)
  }

  @Test("--quiet leaves out what is no error")
  func quiet() {
    #expect(report(Self.echo).text(.plain, .quiet).hasPrefix("lint: "))
  }

  @Test(
    "a comment on the line, or right above it, silences its rule",
    arguments: [
      "  - {path: /a, permissions: 755} # bringup: ignore wf-permissions-number sticky on purpose\n",
      "  # bringup: ignore wf-permissions-number sticky on purpose\n  - {path: /a, permissions: 755}\n",
      "  # bringup: ignore wf-permissions-number sticky on purpose\n  # one more\n  - {path: /a, permissions: 755}\n",
    ])
  func ignored(lines: String) {
    let report = report("#cloud-config\nwrite_files:\n\(lines)")
    #expect(report.entries.map(\.finding.rule) == [])
    #expect(report.ignored == 1)
  }

  @Test(
    "a comment elsewhere, of another rule or without a reason silences nothing",
    arguments: [
      "  # bringup: ignore wf-permissions-number because\n\n  - {path: /a, permissions: 755}\n",
      "  # bringup: ignore yaml-tab because\n  - {path: /a, permissions: 755}\n",
      "  # bringup: ignore wf-permissions-number\n  - {path: /a, permissions: 755}\n",
      "  - {path: /a, permissions: 755}\n  # bringup: ignore wf-permissions-number because\n",
    ])
  func notIgnored(lines: String) {
    let report = report("#cloud-config\nwrite_files:\n\(lines)")
    #expect(report.entries.map(\.finding.rule).contains("wf-permissions-number"))
    #expect(report.ignored == 0)
  }

  @Test("of ten thousand problems a thousand a rule are listed, and all are counted")
  func many() {
    let entries = String(repeating: "  - {path: /a, permissions: 755}\n", count: 10_000)
    let report = report("#cloud-config\nwrite_files:\n\(entries)")
    let listed = report.entries.count { $0.finding.rule == "wf-permissions-number" }
    #expect(listed == 1_000)
    #expect(report.unlisted >= 9_000)
    #expect(report.count(.error) >= 10_000)
  }

  @Test("of a long line what is around the finding is shown")
  func longLine() throws {
    let padding = String(repeating: "x", count: 100_000)
    let report = report("#cloud-config\nwrite_files: [{content: \(padding), path: /a, permissions: 755}]\n")
    let excerpt = try #require(
      report.entries.first { $0.finding.rule == "wf-permissions-number" }?.excerpt)
    #expect(excerpt.text.utf8.count <= 160)
    #expect(excerpt.text.dropFirst(excerpt.indent).hasPrefix("755}"))
  }

  @Test("SARIF points at the line and column, and its mend at the bytes")
  func sarif() throws {
    let results = try #require(report(Self.mode).sarif["runs"]?.array?.first?["results"]?.array)
    let result = try #require(results.first)
    #expect(result["ruleId"]?.string == "wf-permissions-number")
    #expect(result["level"]?.string == "error")
    let region = result["locations"]?.array?.first?["physicalLocation"]?["region"]
    #expect(region?["startLine"]?.integer == 3)
    #expect(region?["startColumn"]?.integer == 29)
    #expect(region?["endColumn"]?.integer == 32)
    let replacement = result["fixes"]?.array?.first?["artifactChanges"]?.array?.first?["replacements"]?.array?.first
    #expect(replacement?["deletedRegion"]?["byteOffset"]?.integer == 55)
    #expect(replacement?["deletedRegion"]?["byteLength"]?.integer == 3)
    #expect(replacement?["insertedContent"]?["text"]?.string == "\"0755\"")
  }

  @Test(
    "a path is a URI reference",
    arguments: [("a/b.yaml", "a/b.yaml"), ("a b:c", "a%20b%3Ac"), ("ä", "%C3%A4"), ("../x~1", "../x~1")])
  func uri(path: String, reference: String) {
    #expect(LintReport.Entry.uri(path) == reference)
  }
}
