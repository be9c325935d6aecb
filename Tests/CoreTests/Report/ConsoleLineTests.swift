import Core
import Testing

struct ConsoleLineTests {
  @Test("the line counts what was done and names the first failure")
  func line() {
    #expect(
      ConsoleLine.text(SampleReport.everything)
        == #"bringup: apply: 3 changed, 2 unchanged, 1 left, 1 not run, 3 failed: ig.yaml:14:7: mode "0888" is not "#
        + #"octal; write e.g. "0755""#)
    #expect(ConsoleLine.text(SampleReport.unchanged) == "bringup: apply: 1 unchanged")
  }

  @Test("a failed step is named with its place")
  func step() {
    let report = SampleReport.report(parts: [], steps: [SampleReport.step(.file, "/a", .failed("no space"))])
    #expect(ConsoleLine.text(report) == "bringup: apply: 1 failed: user-data.txt[20-app.yaml]:3:5: no space")
  }

  @Test("it is cut at 200 bytes, between characters", arguments: 0..<4)
  func cut(shift: Int) {
    let reason = String(repeating: "x", count: shift) + String(repeating: "😀", count: 100)
    let report = SampleReport.report(parts: [], steps: [SampleReport.step(.file, "/a", .failed(reason))])
    let line = ConsoleLine.text(report)
    #expect((197...200).contains(line.utf8.count))
    #expect(line.hasSuffix("😀..."))
  }

  @Test("200 bytes are not cut", arguments: [(0, false), (1, true)])
  func exact(surplus: Int, isCut: Bool) {
    let frame = ConsoleLine.text(
      SampleReport.report(parts: [], steps: [SampleReport.step(.file, "/a", .failed(""))])
    ).utf8.count
    let reason = String(repeating: "x", count: 200 - frame + surplus)
    let line = ConsoleLine.text(
      SampleReport.report(parts: [], steps: [SampleReport.step(.file, "/a", .failed(reason))]))
    #expect(line.utf8.count == 200)
    #expect(line.hasSuffix("...") == isCut)
  }
}
