import Core
import Testing

@testable import Host

@Suite("The metadata service")
struct MetadataServiceTests {
  typealias Act = LoopbackServer.Act

  static let token: [Act] = [.say("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nTOKEN=")]

  /// A server that gives a token, and `answers` to what follows, the last one again and again.
  static func server(_ answers: [[Act]]) throws -> LoopbackServer {
    try LoopbackServer { request, number in
      request.hasPrefix("PUT /latest/api/token HTTP/1.1\r\n")
        ? token : answers[min(max(number - 1, 0), answers.count - 1)]
    }
  }

  static func service(_ port: UInt16, total: Duration = .seconds(60)) throws -> MetadataService {
    var service = MetadataService(try MetadataEndpoint("http://127.0.0.1:\(port)"))
    service.timing = MetadataService.Timing(
      connect: .seconds(30), total: total, attempts: 3, pause: .milliseconds(1))
    return service
  }

  static func why(_ work: () throws -> Void) -> String? {
    #expect(throws: HostError.self, performing: work)?.why
  }

  @Test(
    "gives the user-data",
    arguments: [
      [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")],
      [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe"), .say("llo"), .hold],
      [.say("HTTP/1.0 200 OK\r\n\r\nhello")],
      [.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")],
    ] as [[Act]])
  func userData(answer: [Act]) throws {
    let server = try Self.server([answer])
    #expect(try Self.service(server.port).userData() == Array("hello".utf8))
    #expect(
      server.requests == [
        """
        PUT /latest/api/token HTTP/1.1\r
        Host: 127.0.0.1:\(server.port)\r
        User-Agent: bringup\r
        Connection: close\r
        X-aws-ec2-metadata-token-ttl-seconds: 60\r
        Content-Length: 0\r
        \r

        """,
        """
        GET /latest/user-data HTTP/1.1\r
        Host: 127.0.0.1:\(server.port)\r
        User-Agent: bringup\r
        Connection: close\r
        X-aws-ec2-metadata-token: TOKEN=\r
        \r

        """,
      ])
  }

  @Test("gives user-data of any bytes and size")
  func bytes() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let server = try Self.server([[.say("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n"), .sayBytes(bytes)]])
    #expect(try Self.service(server.port).userData() == bytes)
  }

  @Test("gives a value, or none where it has none")
  func value() throws {
    let server = try Self.server([
      [.say("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nm5d.large")], [.say("HTTP/1.1 404 Not Found\r\n\r\n")],
    ])
    #expect(try Self.service(server.port).value("instance-type") == "m5d.large")
    #expect(server.requests[1].hasPrefix("GET /latest/meta-data/instance-type HTTP/1.1\r\n"))
    let other = try Self.server([[.say("HTTP/1.1 404 Not Found\r\n\r\n")]])
    #expect(try Self.service(other.port).value("spot/instance-action") == nil)
  }

  @Test(
    "is asked again while it is in trouble",
    arguments: [
      [.say("HTTP/1.1 503 Service Unavailable\r\n\r\n")],
      [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")],
      [.reset],
      [],
    ] as [[Act]])
  func again(trouble: [Act]) throws {
    let answer: [Act] = [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")]
    let server = try Self.server([trouble, trouble, answer])
    #expect(try Self.service(server.port).userData() == Array("hello".utf8))
    #expect(server.requests.count == 4)
  }

  @Test(
    "that refuses is told of",
    arguments: [
      ("404 Not Found", "no user-data: this instance was started without any", 2),
      ("401 Unauthorized", "it answered 401: it does not accept the token that it gave", 2),
      ("403 Forbidden", "it answered 403: this instance may not read it", 2),
      ("302 Found\r\nLocation: http://127.0.0.1:1/", "it answered 302; redirects are not followed", 2),
      ("418 I'm a teapot", "it answered 418", 2),
      ("500 Internal Server Error", "it answered 500", 4),
    ])
  func refusal(status: String, why: String, requests: Int) throws {
    let server = try Self.server([[.say("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n")]])
    #expect(Self.why { _ = try Self.service(server.port).userData() } == why)
    #expect(server.requests.count == requests)
  }

  @Test(
    "that gives no token is told of, and not asked for more",
    arguments: [
      ("404 Not Found\r\n\r\n", "it answered 404: it does not speak IMDSv2"),
      ("405 Method Not Allowed\r\n\r\n", "it answered 405: it does not speak IMDSv2"),
      ("403 Forbidden\r\n\r\n", "it answered 403: instance metadata is turned off for this instance"),
      ("307 Temporary Redirect\r\nLocation: /x\r\n\r\n", "it answered 307; redirects are not followed"),
      ("400 Bad Request\r\n\r\n", "it answered 400"),
      ("200 OK\r\n\r\n", "its answer is no token"),
      ("200 OK\r\n\r\na b", "its answer is no token"),
      ("200 OK\r\n\r\na\r\nX-Other: b", "its answer is no token"),
      ("200 OK\r\nContent-Length: 1025\r\n\r\n", "its answer is larger than 1024 bytes"),
    ])
  func noToken(answer: String, why: String) throws {
    let server = try LoopbackServer { _, _ in [.say("HTTP/1.1 \(answer)")] }
    #expect(Self.why { _ = try Self.service(server.port).userData() } == why)
    #expect(server.requests.count == 1)
  }

  @Test(
    "that speaks something else is told of at once",
    arguments: [
      ("SSH-2.0-OpenSSH_9.2\r\n", "its answer is not HTTP/1.1"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 33554433\r\n\r\n", "its answer is larger than 33554432 bytes"),
      ("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "its answer has a length that is no number, or two lengths"),
      ("HTTP/1.1 200 OK\r\nx\r\n\r\n", "its answer has a header without a name and a colon"),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "its answer has a transfer encoding other than \"chunked\""
      ),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n",
        "its answer has a chunk that is not as long as it says"
      ),
    ])
  func garbage(answer: String, why: String) throws {
    let server = try Self.server([[.say(answer), .hold]])
    #expect(Self.why { _ = try Self.service(server.port).userData() } == why)
    #expect(server.requests.count == 2)
  }

  @Test("whose answers always end early is told of")
  func cutShort() throws {
    let server = try Self.server([[.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")]])
    #expect(Self.why { _ = try Self.service(server.port).userData() } == "its answer ended before it was whole")
  }

  @Test("with a head that never ends is told of")
  func endlessHead() throws {
    let server = try Self.server([[.say("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 5000)), .hold]])
    #expect(Self.why { _ = try Self.service(server.port).userData() } == "the head of its answer is larger than 16 KiB")
  }

  @Test(
    "that takes too long is given up",
    arguments: [[.hold], [.drip(UInt8(ascii: "H"))], [.say("HTTP/1.1 200 OK\r\n\r\n"), .drip(UInt8(ascii: "x"))]]
      as [[Act]])
  func slow(answer: [Act]) throws {
    let server = try Self.server([answer])
    let why = Self.why { _ = try Self.service(server.port, total: .milliseconds(300)).userData() }
    #expect(why == "no answer in time; in a container, the instance's hop limit for metadata has to be 2 or more")
  }

  @Test("that is not there is told of with its address")
  func nobody() throws {
    let port = try Self.server([[]]).port
    let error = #expect(throws: HostError.self) { try Self.service(port).userData() }
    #expect(error?.description == "ask http://127.0.0.1:\(port)/latest/api/token: connection refused")
  }

  @Test("never has its token told")
  func secrecy() throws {
    let server = try Self.server([[.say("HTTP/1.1 403 TOKEN=\r\n\r\nTOKEN=")]])
    let error = #expect(throws: HostError.self) { try Self.service(server.port).userData() }
    #expect(error?.description.contains("TOKEN") == false)
  }
}
