import Core
import Testing

struct VerdictMergeTests {
  static func verdict(
    _ id: String, _ outcome: Verdict.Outcome, _ found: String, minimum: Double? = nil, microseconds: Int? = nil
  ) -> Verdict {
    Verdict(
      id: CheckID(id), outcome: outcome, wanted: "", found: found,
      margin: minimum.map { Margin(found: 10, minimum: $0, unit: .bytes) }, origin: Sample.origin,
      microseconds: microseconds)
  }

  @Test("other names are other checks, in their order")
  func distinct() {
    let names = ["b", "a", "e\u{301}", "\u{E9}"]
    #expect(names.map { Self.verdict($0, .pass, "") }.oneEachName.map(\.id.text) == names)
    #expect([Verdict]().oneEachName.isEmpty)
  }

  @Test(
    "one name stands for the worst of its verdicts",
    arguments: [
      ([.pass, .fail, .pass], 1), ([.skipped, .pass], 1), ([.fail, .unknown], 0), ([.warn, .unknown], 1),
      ([.warn, .pass], 0), ([.fail, .fail], 0), ([.pass, .pass, .pass], 0),
    ] as [([Verdict.Outcome], Int)])
  func worst(outcomes: [Verdict.Outcome], place: Int) {
    let verdicts = outcomes.enumerated().map { Self.verdict("ram.min", $1, "\($0)") }
    #expect(verdicts.oneEachName.map(\.found) == ["\(place)"])
  }

  @Test("of equally bad ones, it stands for the one that the least is left to")
  func tightest() {
    let verdicts = [("a", 5.0), ("b", 8.0), ("c", 6.0)].map { Self.verdict("x", .pass, $0, minimum: $1) }
    #expect(verdicts.oneEachName.map(\.found) == ["b"])
    #expect([Self.verdict("x", .pass, "none"), verdicts[1]].oneEachName.map(\.found) == ["none"])
  }

  @Test("it took the time of all of them, and stays where the first was")
  func time() {
    let verdicts = [
      Self.verdict("a", .pass, "", microseconds: 5), Self.verdict("b", .pass, ""),
      Self.verdict("a", .fail, "", microseconds: 7), Self.verdict("b", .fail, ""),
    ].oneEachName
    #expect(verdicts.map(\.id.text) == ["a", "b"])
    #expect(verdicts.map(\.microseconds) == [12, nil])
    #expect(verdicts.map(\.outcome) == [.fail, .fail])
  }

  @Test("a report has one verdict a name, and its status")
  func report() {
    let report = PreflightReport(
      startedAt: Timestamp(seconds: 0), microseconds: 0, hostName: nil, source: "app.yaml", profile: nil,
      verdicts: [Self.verdict("a", .unknown, ""), Self.verdict("a", .fail, ""), Self.verdict("a", .pass, "")])
    #expect(report.verdicts.map(\.outcome) == [.fail])
    #expect(report.status == .failed)
  }
}
