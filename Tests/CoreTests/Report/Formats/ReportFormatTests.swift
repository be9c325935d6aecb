import Foundation
import Testing

@testable import Core

struct ReportFormatTests {
  /// Text that each format has to guard against in its own way.
  static let hostile = SamplePreflight.report(
    [
      Verdict(
        id: CheckID("script:\"a\" & <b>'# SKIP\\\n]]>"), outcome: .fail, wanted: "<script>\u{0}\u{FFFF}{{x}}",
        found: "é\u{85}\u{2028} -- ---", evidence: [Evidence(source: "a: b", text: "c: \"d\"\n...")],
        remedy: "# TODO", origin: SamplePreflight.place(1), output: Array("\u{1B}]0;x\u{7}\r\n--> ]]>\n".utf8))
    ], .failed)

  static let reports: [any Report] = [
    SamplePreflight.unfit, SamplePreflight.fit, SamplePreflight.fixed, SamplePreflight.empty, SampleReport.everything,
    SampleReport.unchanged, hostile,
  ]

  @Test("no format lets a control character through", arguments: ReportFormat.allCases)
  func controls(format: ReportFormat) {
    for report in Self.reports {
      let text = String(decoding: report.rendered(as: format, .plain, .verbose), as: UTF8.self)
      #expect(text.hasSuffix("\n"))
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028
        })
    }
  }

  @Test(
    "a warning, or what could not be told, fails a run whose status it is that says so",
    arguments: [
      ([Verdict.Outcome.warn], Core.ExitStatus.done, [ReportDocument.Effect.passes]), ([.warn], .failed, [.fails]),
      ([.warn, .unknown], .undetermined, [.passes, .undetermined]), ([.warn, .unknown], .failed, [.passes, .fails]),
      ([.warn, .unknown, .fail], .failed, [.passes, .undetermined, .fails]),
      ([.pass, .skipped], .done, [.passes, .skipped]),
    ])
  func effects(outcomes: [Verdict.Outcome], status: Core.ExitStatus, effects: [ReportDocument.Effect]) {
    let document = SamplePreflight.report(outcomes.map { SamplePreflight.check("a", $0) }, status).document
    #expect(document.items.map(document.effect) == effects)
  }
}
