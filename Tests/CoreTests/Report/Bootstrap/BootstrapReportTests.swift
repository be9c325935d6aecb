import Testing

@testable import Core

@Suite("A bootstrap's report")
struct BootstrapReportTests {
  @Test(
    "ends the log with what it came to",
    arguments: [
      (
        SampleBootstrap.started,
        "bootstrap: worker after 40 ms: 1 ran, 1 without a script; starts /usr/bin/server"
      ),
      (
        SampleBootstrap.stopped,
        "bootstrap: worker FAILED after 40 ms: 1 ran, 1 failed, 1 not run; does not start"
      ),
      (SampleBootstrap.interrupted, "bootstrap: worker FAILED after 40 ms: 1 not run; interrupted by signal 15"),
      (SampleBootstrap.noCommand, "bootstrap: worker FAILED after 40 ms: no volumes; no directory of PATH has server"),
    ])
  func summary(report: BootstrapReport, line: String) {
    #expect(report.summary == line)
  }

  @Test(
    "names the first failure",
    arguments: [
      (SampleBootstrap.started, nil),
      (SampleBootstrap.stopped, "/etc/b: ended with status 3"),
      (SampleBootstrap.interrupted, "interrupted by signal 15"),
      (SampleBootstrap.noCommand, "no directory of PATH has server"),
      (SampleBootstrap.unfit, "preflight: cpu.min: 4 CPUs; wanted at least 8 CPUs"),
      (SampleBootstrap.badPart, #"apply: ig.yaml:14:7: mode "0888" is not octal; write e.g. "0755""#),
      (SampleBootstrap.noState, "apply: lock /var/lib/bringup/lock: file exists"),
    ] as [(BootstrapReport, String?)])
  func reason(report: BootstrapReport, reason: String?) {
    #expect(report.reason == reason)
    #expect(report.status == (reason == nil ? .done : .failed))
  }

  @Test("is failed where it was gone on from a failure, and started all the same")
  func keptGoing() {
    let report = SampleBootstrap.report([SampleBootstrap.failed], .starts("/usr/bin/server"))
    #expect(report.status == .failed)
    #expect(report.summary == "bootstrap: worker after 40 ms: 1 failed; starts /usr/bin/server")
    #expect(report.json["outcome"]?.string == "started")
  }

  @Test(
    "has a line for each volume",
    arguments: [
      (SampleBootstrap.ran, "bootstrap: done after 12 ms: /etc/a/bootstrap.sh; the volume was updated meanwhile"),
      (SampleBootstrap.failed, "bootstrap: FAILED after 830 us: /etc/b/bootstrap.sh: ended with status 3"),
      (
        SampleBootstrap.unreadable,
        "bootstrap: FAILED /etc/c/bootstrap.sh: open bootstrap.sh: permission denied"
      ),
      (SampleBootstrap.none, "bootstrap: /etc/d has no bootstrap.sh"),
      (SampleBootstrap.notRun, "bootstrap: not run: /etc/e/bootstrap.sh: something before it failed"),
    ])
  func line(result: VolumeResult, line: String) {
    #expect(result.line == line)
  }

  @Test("carries the last lines of a script's output, made safe to show")
  func output() {
    let volumes = SampleBootstrap.stopped.json["volumes"]?.array ?? []
    #expect(volumes.count == 3)
    #expect(volumes[1]["output"] == ["one", "\\u{1b}[31mtwo"])
    #expect(volumes[1]["exitStatus"] == 3)
  }

  @Test(
    "ends as shells do where the command cannot start",
    arguments: [
      (CommandFault.notFound("server"), 127, "no directory of PATH has server"),
      (.notFound("./a\nb"), 127, "./a\\nb does not exist"),
      (.notExecutable(path: "/etc", "it is a directory"), 126, "/etc cannot be executed: it is a directory"),
    ] as [(CommandFault, Int32, String)])
  func shellStatus(fault: CommandFault, status: Int32, sentence: String) {
    #expect(fault.shellStatus == status)
    #expect(fault.sentence == sentence)
  }
}
