import Testing

@testable import Core

struct PeerReportTests {
  private var account: PeerSessionAccount {
    var account = PeerSessionAccount(controller: "10.0.0.1:55555")
    account.add(
      .tcp, [80, 81, 82, 83, 84], listeners: [.listening, .listening, .inUse, .unable(errno: 13), .notOffered],
      PortOutcomes(
        tries: [.answered, .silent, .connected, .unreachable(errno: 113), .notTried],
        heard: [true, false, false, false, false]))
    account.received = 1_000_000
    account.microseconds = 12
    return account
  }

  @Test("a session has a line, and one for each port that did not do")
  func text() {
    var report = PeerReport(address: "10.0.0.2:4242", sessions: 1)
    report.accounts = [account]
    report.strangers.wrongToken = 1
    report.strangers.others = 2
    #expect(
      report.text(.plain, .normal) == """
        session with 10.0.0.1:55555, 5 ports: 1 reached here, 2 reached there; received 1MB, sent 0B
            tcp/81 not reached here, no answer there
            tcp/82 in use here, connected there to another program
            tcp/83 could not be opened here (permission denied), no way there (no route to host)
            tcp/84 not offered, not tried there
        turned away: 1 connection with a wrong token
        turned away: 2 connections that spoke no word of this test

        """)
    #expect(report.text(.plain, .quiet) == "")
    #expect(report.text(.plain, .verbose).contains("\n    tcp/80 reached here, reached there\n"))
    #expect(report.status == .done)
  }

  @Test("a session that broke off has failed, one that never came is nothing known")
  func status() {
    var report = PeerReport(address: "10.0.0.2:4242", sessions: 2)
    report.accounts = [account]
    report.end = .timeIsOver
    #expect(report.status == .undetermined)
    #expect(report.text(.plain, .quiet) == "its time is over after 1 of 2 sessions\n")
    report.end = .interrupted(signal: 15)
    #expect(report.text(.plain, .quiet) == "ended by signal 15 after 1 of 2 sessions\n")
    report.accounts[0].end = .brokenOff("the other end closed the connection")
    #expect(report.status == .failed)
    #expect(
      report.text(.plain, .quiet).hasPrefix(
        "broken off session with 10.0.0.1:55555: the other end closed the connection; 5 ports"))
  }

  @Test("a token that was made is announced, one that was given is not")
  func announcement() throws {
    let report = PeerReport(address: "10.0.0.2:4242", sessions: 1)
    let token = try PeerToken("0123456789abcdef")
    func text(_ format: ListingFormat, _ token: PeerToken?) -> String {
      String(decoding: report.announcement(format, token: token), as: UTF8.self)
    }
    #expect(text(.text, token) == "listening on 10.0.0.2:4242\ntoken 0123456789abcdef\n")
    #expect(text(.text, nil) == "listening on 10.0.0.2:4242\n")
    #expect(text(.json, token) == #"{"listening":"10.0.0.2:4242","token":"0123456789abcdef"}"# + "\n")
    #expect(text(.json, nil) == #"{"listening":"10.0.0.2:4242"}"# + "\n")
  }

  @Test("programs get a word for each way that a port and a session can go")
  func json() {
    var report = PeerReport(address: "10.0.0.2:4242", sessions: 2)
    report.accounts = [account, PeerSessionAccount(controller: "10.0.0.3:1")]
    report.accounts[0].add(
      .udp, [80], listeners: [.listening], PortOutcomes(tries: [.refused], heard: [true]))
    report.accounts[0].sent = 7
    report.accounts[1].end = .brokenOff("gone")
    report.strangers.notAllowed = 3
    report.strangers.wrongToken = 1
    report.strangers.others = 2
    report.end = .timeIsOver
    func port(_ number: Int, _ listener: String, _ heard: Bool, _ attempt: String, _ transport: String = "tcp")
      -> String
    {
      #"{"transport":"\#(transport)","port":\#(number),"listener":"\#(listener)","heard":\#(heard),"attempt":"\#(attempt)"}"#
    }
    let ports = [
      port(80, "listening", true, "answered"), port(81, "listening", false, "silent"),
      port(82, "in-use", false, "connected"), port(83, "unable", false, "unreachable"),
      port(84, "not-offered", false, "not-tried"), port(80, "listening", true, "refused", "udp"),
    ]
    #expect(
      String(decoding: report.json.bytes(.compact), as: UTF8.self)
        == #"{"version":1,"command":"peer","address":"10.0.0.2:4242","status":1,"end":"time-is-over","sessions":["#
        + #"{"controller":"10.0.0.1:55555","problem":null,"microseconds":12,"receivedBytes":1000000,"sentBytes":7,"#
        + #""ports":[\#(ports.joined(separator: ","))]},"#
        + #"{"controller":"10.0.0.3:1","problem":"gone","microseconds":0,"receivedBytes":0,"sentBytes":0,"ports":[]}],"#
        + #""turnedAway":{"notAllowed":3,"wrongToken":1,"others":2}}"#)
    report.end = .interrupted(signal: 15)
    #expect(String(decoding: report.json.bytes(.compact), as: UTF8.self).contains(#""end":"interrupted""#))
    report.end = .done
    #expect(String(decoding: report.json.bytes(.compact), as: UTF8.self).contains(#""end":"done""#))
  }
}
