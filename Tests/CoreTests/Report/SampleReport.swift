@testable import Core

/// Reports with every kind of result in them.
enum SampleReport {
  static let document = Origin(source: "ig.yaml", position: Position(line: 14, column: 7))
  static let script = Origin(source: "user-data.txt", part: "20-app.yaml", position: Position(line: 3, column: 5))

  static let file = StepDetails.file(
    FileDetails(
      mode: "0644", owner: "root", group: "app", sha256: SHA256(of: Array("x".utf8)).description, size: 1))

  static func step(
    _ kind: StepKind, _ subject: String, _ outcome: StepResult.Outcome, note: String? = nil,
    details: StepDetails = .none, microseconds: Int? = 12
  ) -> StepResult {
    StepResult(
      kind: kind, subject: subject, part: PartName("20-app.yaml"), origin: script, outcome: outcome, note: note,
      details: details, microseconds: microseconds)
  }

  static let badPart = PartResult(
    name: PartName("10-gpu.yaml"), type: nil, origin: document, outcome: .failed,
    errors: [#"ig.yaml:14:7: mode "0888" is not octal; write e.g. "0755""#], warnings: [])

  static let goodPart = PartResult(
    name: PartName("20-app.yaml"), type: "text/cloud-config", origin: script, outcome: .changed, errors: [],
    warnings: ["user-data.txt[20-app.yaml]:9:3: permissions 755 is decimal; write \"0755\""])

  static let everything = report(
    parts: [badPart, goodPart],
    steps: [
      step(.file, "/etc/app.conf", .changed, details: file),
      step(.file, "/etc/drifted", .changed, note: "repaired: mode was 0600", details: file),
      step(.append, "/etc/hosts", .unchanged, details: file),
      step(.file, "/full/disk", .failed("write /full/disk: no space left on device"), details: file),
      step(.dropIn, "/etc/systemd/system/kops-configuration.service.d/50-bringup.conf", .changed, details: file),
      step(.runCommands, "20-app.yaml", .left("left to cloud-init"), microseconds: nil),
      step(
        .script, "30-check.sh", .failed("exited with status 3"),
        details: .command(CommandDetails(end: .exited(3), output: Array("checking\n\u{1B}[31mno disk\r\n".utf8)))),
      step(.script, "40-late.sh", .notRun("an earlier script failed")),
      StepResult(kind: .reload, subject: "systemd", part: nil, origin: nil, outcome: .unchanged, note: "no manager"),
    ], warnings: ["the clock is not set"])

  static let unchanged = report(
    parts: [], steps: [step(.file, "/etc/app.conf", .unchanged, details: file)])

  static func report(
    parts: [PartResult], steps: [StepResult], warnings: [String] = [], failOn: Set<FailOn> = [], root: String = "/"
  ) -> ApplyReport {
    ApplyReport(
      command: .apply, startedAt: Timestamp(seconds: 1_772_323_200), microseconds: 12_345, root: root,
      instanceID: "i-0abc", sources: ["ig.yaml", "-"], parts: parts, steps: steps, warnings: warnings, failOn: failOn)
  }
}
