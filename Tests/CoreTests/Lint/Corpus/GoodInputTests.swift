import Foundation
import Testing

@testable import Core

/// What people write that is right: no rule may call it an error.
@Suite struct GoodInputTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let examples = here.appending(path: "../../../../cloud-config")

  /// `before.yaml` shows what goes wrong, `monitoring` and `presto` are for other programs, and beside the manifest in
  /// `bundle` is what goes into it.
  private static let others = ["before.yaml", "monitoring", "presto", "bundle"]

  /// Each file, and each directory of parts, by its name.
  private static let inputs: [String: [URL]] = {
    var inputs = ["bundle/app.yaml": [examples.appending(path: "bundle/app.yaml")]]
    for directory in [here.appending(path: "Good"), examples] {
      let entries = try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      for entry in entries ?? [] where !others.contains(entry.lastPathComponent) {
        let inside = try? FileManager.default.contentsOfDirectory(at: entry, includingPropertiesForKeys: nil)
        inputs[entry.lastPathComponent] = inside?.sorted { $0.path() < $1.path() } ?? [entry]
      }
    }
    return inputs
  }()

  @Test("no error is found in what is right", arguments: inputs.keys.sorted())
  func noErrors(name: String) throws {
    let sources = try #require(Self.inputs[name]).map { file in
      SourceBytes(
        name: file.lastPathComponent, fileName: PartName(file.lastPathComponent),
        bytes: Array(try Data(contentsOf: file)))
    }
    var report = LintReport()
    var reader = LintReader(assumptions: LintAssumptions())
    reader.read(sources) { report.add($0) }
    let errors = report.entries.map(\.finding).filter { $0.severity == .error }
    #expect(errors.map { "\($0.origin): \($0.message) [\($0.rule)]" } == [])
    #expect(report.count(.error) == 0)
  }

  @Test("the corpus is there")
  func corpus() {
    #expect(Self.inputs.count >= 15)
  }
}
