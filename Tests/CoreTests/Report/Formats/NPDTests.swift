import Testing

@testable import Core

struct NPDTests {
  @Test(
    "one line tells how many failed, else how many could not be told, else the counts, and the first of them",
    arguments: [
      (SamplePreflight.unfit, "2 of 7 failed: cpu.min: 4 CPUs; wanted at least 8 CPUs\n"),
      (SamplePreflight.fit, "preflight: 2 passed\n"),
      (SamplePreflight.empty, "preflight: nothing to check\n"),
      (
        SamplePreflight.report([SamplePreflight.os, SamplePreflight.rate], .undetermined),
        "1 of 2 unknown: network.rate: no peer was named; wanted at least 50 MB/s\n"
      ),
      (
        SamplePreflight.report([SamplePreflight.ram], .failed),
        "1 of 1 failed: ram.min: 7.9 GB; wanted at least 8 GB\n"
      ),
      (SamplePreflight.report([SamplePreflight.ram], .done), "preflight: 1 warning\n"),
    ])
  func line(report: PreflightReport, line: String) {
    #expect(report.document.npd == line)
  }

  @Test("it is cut at 80 bytes with its newline, between characters, in one line", arguments: 0..<4)
  func cut(shift: Int) {
    let found = String(repeating: "x", count: shift) + "\n" + String(repeating: "😀", count: 40)
    let line = SamplePreflight.report([SamplePreflight.check("a", .fail, found: found)], .failed).document.npd
    #expect((77...80).contains(line.utf8.count))
    #expect(line.hasSuffix("😀...\n"))
    #expect(line.split(separator: "\n").count == 1)
  }

  @Test("80 bytes are not cut", arguments: [(0, false), (1, true)])
  func exact(surplus: Int, isCut: Bool) {
    let frame = SamplePreflight.report([SamplePreflight.check("a", .fail, found: "")], .failed).document.npd.utf8.count
    let check = SamplePreflight.check("a", .fail, found: String(repeating: "x", count: 80 - frame + surplus))
    let line = SamplePreflight.report([check], .failed).document.npd
    #expect(line.utf8.count == 80)
    #expect(line.hasSuffix("...\n") == isCut)
  }

  @Test("an apply has one, too")
  func apply() {
    #expect(
      SampleReport.everything.document.npd
        == "3 of 12 failed: part:10-gpu.yaml: ig.yaml:14:7: mode \"0888\" is not octal; wr...\n")
    #expect(SampleReport.unchanged.document.npd == "apply: 1 unchanged\n")
  }
}
