@testable import Core

enum SampleBundle {
  static var bundle: Bundle {
    get throws {
      try Bundle(manifest("releaseNotes: file://notes\nhooks:\n  install: {job: 'https://example.com/job.yaml'}\n"))
    }
  }

  /// Of a check, of a manifest that was filled, and of one that could not be.
  static var reports: [BundleReport] {
    get throws {
      let references = try bundle.references
      let contents: [[UInt8]] = [[0xFF], Array("job".utf8)]
      let error = UserDataError(references[0].origin, .bundle(.unreadable("read notes: no such file or directory")))
      return [
        BundleReport(manifest: "app.yaml", references: references, outcome: .checked),
        BundleReport(
          manifest: "app.yaml", references: references, outcome: .filled(contents),
          warnings: try bundle.warnings(about: contents)),
        BundleReport(manifest: "app.yaml", references: references, outcome: .failed, errors: [error]),
      ]
    }
  }
}
