import Core
import Foundation
import Testing

struct ApplyReportTextTests {
  private static let failures = """
    FAILED  part    10-gpu.yaml
        ig.yaml:14:7: mode "0888" is not octal; write e.g. "0755"
        Nothing of this part was applied. Correct it, look at it with "bringup plan", then run "bringup apply" again.
    FAILED  file    /full/disk   user-data.txt[20-app.yaml]:3:5
        write /full/disk: no space left on device
        The path is as it was before. Remove the cause, then run "bringup apply" again.
    FAILED  script  30-check.sh  user-data.txt[20-app.yaml]:3:5
        exited with status 3
        | checking
        | \\u{1b}[31mno disk
        What it did before it failed stays done. Correct it, then run "bringup apply" again.

    """

  @Test("failures come first, each with what to do; what was done follows; the summary is last")
  func everything() {
    #expect(
      SampleReport.everything.text(.plain, .normal) == Self.failures + """
        warning  user-data.txt[20-app.yaml]:9:3: permissions 755 is decimal; write "0755"
        warning  the clock is not set

        changed    file     /etc/app.conf                                                     0644 root:app             user-data.txt[20-app.yaml]:3:5
        changed    file     /etc/drifted                                                      repaired: mode was 0600   user-data.txt[20-app.yaml]:3:5
        changed    drop-in  /etc/systemd/system/kops-configuration.service.d/50-bringup.conf  0644 root:app             user-data.txt[20-app.yaml]:3:5
        left       runcmd   20-app.yaml                                                       left to cloud-init        user-data.txt[20-app.yaml]:3:5
        not run    script   40-late.sh                                                        an earlier script failed  user-data.txt[20-app.yaml]:3:5
        unchanged  reload   systemd                                                           no manager
        apply: FAILED after 12 ms: 3 changed, 2 unchanged, 1 left, 1 not run, 3 failed, 2 warnings

        """)
  }

  @Test("quiet tells of failures alone")
  func quiet() {
    #expect(SampleReport.everything.text(.plain, .quiet) == Self.failures)
    #expect(SampleReport.unchanged.text(.plain, .quiet) == "")
  }

  @Test("quiet tells of warnings where they are what failed")
  func quietWarnings() {
    let lenient = SampleReport.report(parts: [SampleReport.goodPart], steps: [])
    let strict = SampleReport.report(parts: [SampleReport.goodPart], steps: [], failOn: [.warn])
    #expect(lenient.text(.plain, .quiet) == "")
    #expect(
      strict.text(.plain, .quiet)
        == "warning  user-data.txt[20-app.yaml]:9:3: permissions 755 is decimal; write \"0755\"\n")
  }

  @Test("what did not change is listed when asked for")
  func verbose() {
    #expect(
      SampleReport.unchanged.text(.plain, .normal) == "apply: unchanged after 12 ms: 1 unchanged\n")
    #expect(
      SampleReport.unchanged.text(.plain, .verbose) == """
        unchanged  file  /etc/app.conf  0644 root:app  user-data.txt[20-app.yaml]:3:5
        apply: unchanged after 12 ms: 1 unchanged

        """)
  }

  @Test("another root is named, and nothing to do is said so")
  func root() {
    let report = SampleReport.report(parts: [], steps: [], root: "/mnt/image")
    #expect(report.text(.plain, .normal) == "apply: unchanged in /mnt/image after 12 ms: nothing to do\n")
  }

  @Test("colours mark the words and nothing else: without them the text is the plain one")
  func color() {
    let colored = SampleReport.everything.text(.colored, .verbose)
    #expect(colored.hasPrefix("\u{1B}[1;31mFAILED\u{1B}[0m  part"))
    let plain = colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? $1 : $1.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(plain == SampleReport.everything.text(.plain, .verbose))
  }

  @Test(
    "each kind of step that fails says what to do",
    arguments: [
      (StepKind.reload, "systemctl daemon-reload"), (.readBack, "systemctl cat a.service"),
      (.dropIn, "The path is as it was before."), (.remove, "The path is as it was before."),
      (.bootCommands, "What it did before it failed stays done."), (.other, "Remove the cause, then run"),
      (.state, "What is told of the other steps is done, but bringup may not know of it."),
    ])
  func advice(kind: StepKind, advice: String) {
    let report = SampleReport.report(parts: [], steps: [SampleReport.step(kind, "a.service", .failed("no"))])
    #expect(report.text(.plain, .normal).contains(advice))
  }

  @Test("a rollback that fails does not say that the path is as before the apply")
  func rollbackAdvice() {
    let report = ApplyReport(
      command: .rollback, startedAt: Timestamp(seconds: 0), microseconds: 1, root: "/", instanceID: nil, sources: [],
      parts: [], steps: [SampleReport.step(.remove, "/etc/x", .failed("no"))])
    #expect(
      report.text(.plain, .normal).contains(
        "The path is as the rollback found it. Remove the cause, then run \"bringup rollback\" again."))
  }

  @Test(
    "what stays changed though it failed is not said to be as before",
    arguments: [
      (
        StepKind.file, StepResult.Outcome.stuck("put back /a: write /a: no space left on device"),
        "changed all the same"
      ),
      (.remove, .stuck("synchronize directory /: input/output error"), "changed all the same"),
      // Of a part it was put back.
      (.file, .failed("synchronize directory /: input/output error"), "as it was before"),
    ])
  func lastingChange(kind: StepKind, outcome: StepResult.Outcome, state: String) throws {
    let report = SampleReport.report(parts: [], steps: [SampleReport.step(kind, "/a", outcome)])
    let again = try #require(ApplyReport(report.json))
    for report in [report, again] {
      #expect(report.outcome == .failed)
      #expect(report.text(.plain, .normal).contains("The path is \(state). Remove the cause"))
    }
  }

  @Test("of a long output only the last ten lines are shown")
  func output() {
    let output = (1...30).map { "line \($0)\n" }.joined()
    let step = SampleReport.step(
      .script, "a.sh", .failed("timed out"),
      details: .command(CommandDetails(end: .timedOut, output: Array(output.utf8))))
    let text = SampleReport.report(parts: [], steps: [step]).text(.plain, .normal)
    #expect(text.contains("| line 21\n") && text.contains("| line 30\n"))
    #expect(!text.contains("| line 20\n"))
  }

  @Test("a long path does not push the other rows apart")
  func longPath() {
    let path = "/" + String(repeating: "x", count: 100)
    let steps = [SampleReport.step(.file, path, .changed), SampleReport.step(.file, "/a", .changed)]
    let lines = SampleReport.report(parts: [], steps: steps).text(.plain, .normal).split(separator: "\n")
    #expect(lines[1] == "changed  file  /a  user-data.txt[20-app.yaml]:3:5")
  }
}
