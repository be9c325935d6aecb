import Core
import Testing

struct RateJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let tries: [String]
    let gist: String
    var margin: Double?
    var remedy: String?

    var testDescription: String { tries.joined(separator: " ") }
  }

  static let rows: [Row] = [
    Row(tries: ["60MB/s", "50MB/s", "70MB/s"], gist: "pass 50MB/s to 70MB/s in 3 tries", margin: 0),
    Row(tries: ["50MB/s"], gist: "pass 50MB/s", margin: 0),
    Row(tries: ["55MB/s", "55MB/s"], gist: "pass 55MB/s in 2 tries", margin: 5e6),
    Row(tries: ["20MB/s", "49MB/s"], gist: "fail 20MB/s to 49MB/s in 2 tries", margin: -1e6, remedy: "bandwidth"),
    Row(
      tries: ["49MB/s", "50MB/s"], gist: "unknown 49MB/s to 50MB/s in 2 tries: too unsteady to tell",
      remedy: "Run it again while the link is quiet."),
    Row(tries: [], gist: "unknown not measured", remedy: "`bringup peer` runs on db-2"),
  ]

  @Test("a rate decides where all tries are on one side", arguments: rows)
  func table(row: Row) throws {
    let rates = try row.tries.map(Sample.rate)
    let requirement = NetworkRateRequirement(minimum: Sample.stated(try Sample.rate("50MB/s")))
    let evidence = Evidence(source: "bringup peer", text: "20 s")
    let verdicts = requirement.judge([
      PeerRateReading(peer: "db-2", send: .measured(rates, evidence), receive: .notMeasured(Sample.denied))
    ])
    #expect(verdicts.map(\.id.text) == ["network.rate:db-2:send", "network.rate:db-2:receive"])
    let verdict = verdicts[0]
    #expect(verdict.gist == row.gist)
    #expect(verdict.wanted == "at least 50MB/s")
    #expect(verdict.margin?.distance == row.margin)
    #expect(verdict.evidence == [evidence])
    #expect(row.remedy.map { verdict.remedy?.contains($0) == true } ?? (verdict.remedy == nil))
    #expect(verdicts[1].gist == "unknown not measured: permission denied")
    #expect(verdicts[1].remedy?.contains("its port is open") == true)
  }

  @Test("without a peer the rate is unknown, and the remedy says how to measure it")
  func withoutPeer() throws {
    let requirement = NetworkRateRequirement(minimum: Sample.stated(try Sample.rate("50MB/s")))
    let verdict = try Sample.only(requirement.judge([]))
    #expect(verdict.id.text == "network.rate")
    #expect(verdict.gist == "unknown not measured: it takes two nodes")
    #expect(verdict.remedy == "Run `bringup peer` on another node, and here `bringup preflight --peer HOST`.")
  }
}
