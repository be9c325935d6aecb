import Testing

@testable import Core

struct BundleReportTests {
  @Test("a check has a line for each reference, and status 1 where there is one")
  func check() throws {
    let report = try SampleBundle.reports[0]
    #expect(
      report.text == """
        app.yaml:2:15: releaseNotes -> file://notes
        app.yaml:4:18: hooks.install.job -> https://example.com/job.yaml

        """)
    #expect(report.complaints == "")
    #expect(report.status == .failed)
    let nothing = BundleReport(manifest: "app.yaml", references: [], outcome: .checked)
    #expect(nothing.text == "")
    #expect(nothing.status == .done)
    let broken = BundleReport(
      manifest: "app.yaml", references: [], outcome: .checked,
      errors: [UserDataError(Origin(source: "app.yaml"), .bundle(.noPath))])
    #expect(broken.status == .failed)
  }

  @Test("a bundle is told in a line, with what is worth knowing beside it")
  func filled() throws {
    let report = try SampleBundle.reports[1]
    #expect(report.text == "bundle: 4 bytes of 2 references are in place\n")
    #expect(report.complaints.hasPrefix("app.yaml:2:15: warning: file://notes is not UTF-8"))
    #expect(report.status == .done)
    let one = BundleReport(
      manifest: "a", references: [try SampleBundle.bundle.references[0]], outcome: .filled([[0x61]]))
    #expect(one.text == "bundle: 1 byte of 1 reference is in place\n")
    let none = BundleReport(manifest: "a\nb", references: [], outcome: .filled([]))
    #expect(none.text == "bundle: nothing was outside of a\\nb\n")
  }

  @Test("what failed is told on standard error alone")
  func failed() throws {
    let report = try SampleBundle.reports[2]
    #expect(report.text == "")
    #expect(report.complaints == "app.yaml:2:15: read notes: no such file or directory\n")
    #expect(report.status == .failed)
  }

  @Test("programs get the sizes once they are known")
  func json() throws {
    let sizes = try SampleBundle.reports.map { report in
      report.json["references"]?.array?.map { $0["bytes"]?.integer }
    }
    #expect(sizes == [[nil, nil], [1, 3], [nil, nil]])
  }
}
