import Core
import Testing

struct PortJudgeTests {
  static let nginx = HeldPort.Owner.process(name: "nginx", pid: 12)

  static func held(
    _ port: UInt16, _ owner: HeldPort.Owner = nginx, _ address: String = "0.0.0.0",
    _ transport: TransportProtocol = .tcp
  ) -> HeldPort {
    HeldPort(transport: transport, port: port, address: address, owner: owner)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let held: [HeldPort]
    let range: ClosedRange<UInt16>
    let gist: String
    var remedy: String?

    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(what: "nothing", held: [], range: 8080...8080, gist: "pass free"),
    Row(what: "the neighbours", held: [held(8079), held(8081)], range: 8080...8080, gist: "pass free"),
    Row(
      what: "another transport", held: [held(8080, nginx, "0.0.0.0", .udp)], range: 8080...8080, gist: "pass free"),
    Row(
      what: "a listener", held: [held(8080)], range: 8080...8080,
      gist: "fail held: 8080 by nginx (pid 12) on 0.0.0.0", remedy: "systemctl status 12 tells which unit"),
    Row(
      what: "a listener on both families", held: [held(8080), held(8080, nginx, "::")], range: 8080...8080,
      gist: "fail held: 8080 by nginx (pid 12) on 0.0.0.0 and ::"),
    Row(
      what: "one port twice by one", held: [held(8080), held(8080)], range: 8080...8080,
      gist: "fail held: 8080 by nginx (pid 12) on 0.0.0.0"),
    Row(
      what: "without the right to see it", held: [held(8080, .unknown)], range: 8080...8080,
      gist: "fail held: 8080 on 0.0.0.0, owner unknown", remedy: "Run it as root"),
    Row(
      what: "the kernel", held: [held(8080, .none)], range: 8080...8080,
      gist: "fail held: 8080 on 0.0.0.0, by the kernel or another PID namespace", remedy: "the kernel itself (NFS"),
    Row(
      what: "both ends of a range, not sorted", held: [held(10005), held(9999), held(10000), held(10006)],
      range: 10000...10005,
      gist: "fail 2 ports held: 10000 by nginx (pid 12) on 0.0.0.0; 10005 by nginx (pid 12) on 0.0.0.0"),
    Row(
      what: "two processes on one port", held: [held(53), held(53, .process(name: "d\u{1b}x", pid: 7), "::1")],
      range: 1...100,
      gist: "fail held: 53 by nginx (pid 12) on 0.0.0.0; 53 by d\\u{1b}x (pid 7) on ::1"),
    Row(
      what: "the last port there is", held: [held(65535)], range: 1...65535,
      gist: "fail held: 65535 by nginx (pid 12) on 0.0.0.0"),
    Row(
      what: "more than are named", held: (1...7).map { held($0, .unknown, "::") }, range: 1...65535,
      gist: """
        fail 7 ports held: 1 on ::, owner unknown; 2 on ::, owner unknown; 3 on ::, owner unknown; \
        4 on ::, owner unknown; 5 on ::, owner unknown and 2 more
        """),
  ]

  @Test("a range is free where no socket holds a port of it", arguments: rows)
  func table(row: Row) throws {
    let requirement = PortRequirement(transport: .tcp, ranges: [Sample.stated(PortRange(row.range))])
    let verdict = try Sample.only(requirement.judge(Sample.known(row.held)))
    #expect(verdict.gist == row.gist)
    #expect(row.remedy.map { verdict.remedy?.contains($0) == true } ?? true)
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test("each range has a verdict of its own")
  func ranges() {
    let requirement = PortRequirement(
      transport: .udp, ranges: [8080...8080, 10000...10005].map { Sample.stated(PortRange($0)) })
    let held = [Self.held(10001, Self.nginx, "::", .udp)]
    let verdicts = requirement.judge(Sample.known(held))
    #expect(verdicts.map(\.id.text) == ["port:udp/8080", "port:udp/10000-10005"])
    #expect(verdicts.map(\.wanted) == ["free", "all free"])
    #expect(verdicts.map(\.outcome) == [.pass, .fail])
    let unreadable = requirement.judge(.unreadable(Sample.denied))
    #expect(unreadable.map(\.outcome) == [.unknown, .unknown])
  }
}
