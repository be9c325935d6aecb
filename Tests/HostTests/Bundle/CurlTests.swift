import Core
import Foundation
import Testing

@testable import Host

/// With the system's curl, and servers on the loopback interface.
struct CurlTests {
  private static func curl(within time: Duration = .seconds(20), path: String = "/usr/bin:/bin", limit: Int = 1 << 20)
    -> Curl
  {
    var environment: Environment = ["PATH": path]
    environment["TMPDIR"] = NSTemporaryDirectory()
    var curl = Curl(environment: environment, timeLimit: time)
    curl.sizeLimit = limit
    return curl
  }

  /// What comes of a request, with the port left out.
  private static func outcome(
    of act: LoopbackServer.Act, _ curl: Curl = curl(), then: [LoopbackServer.Act] = []
  ) throws -> String {
    let server = try LoopbackServer { _, number in number == 0 ? [act] + then : [.say(page("second"))] }
    return outcome("http://127.0.0.1:\(server.port)/x", curl).replacingOccurrences(
      of: String(server.port), with: "PORT")
  }

  private static func outcome(_ url: String, _ curl: Curl) -> String {
    do throws(HostError) {
      return String(decoding: try curl.fetch(url), as: UTF8.self)
    } catch {
      return error.description
    }
  }

  private static func page(_ body: String) -> String {
    "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test("no argument of a program holds the URL, and no message its password or query")
  func arguments() throws {
    let root = try ScratchRoot()
    // cat shows what curl would read; its output is the body.
    try root.write(
      "curl",
      """
      #!/bin/sh
      for word; do case $last in --output) body=$word ;; --config) settings=$word ;; esac; last=$word; done
      { echo "$*"; cat "$settings"; stat -c %a "$settings" "${settings%/*}"; } >"$body"
      printf 200
      """, mode: 0o755)
    let curl = Self.curl(path: "\(root.path):/usr/bin:/bin")
    let said = Self.outcome("http://user:s3cr3t@127.0.0.1:1/x?sign=\\t0k3n\"", curl).split(separator: "\n")
    #expect(!said[0].contains("s3cr3t") && !said[0].contains("t0k3n"))
    #expect(said[1...] == ["url = \"http://user:s3cr3t@127.0.0.1:1/x?sign=\\\\t0k3n\\\"\"", "700", "700"])
    let failure = Self.outcome("http://user:s3cr3t@127.0.0.1:1/x?sign=t0k3n", Self.curl())
    #expect(failure.hasPrefix("fetch http://...@127.0.0.1:1/x?...: Failed to connect"))
  }

  @Test(
    "a body arrives as it is",
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na\r\nb", "a\r\nb"),
      ("HTTP/1.0 200 OK\r\n\r\nuntil the end", "until the end"),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", "hi"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""),
      ("HTTP/1.1 302 Found\r\nLocation: /y\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "second"),
    ])
  func body(response: String, wanted: String) throws {
    #expect(try Self.outcome(of: .say(response)) == wanted)
  }

  @Test(
    "an error says what curl found",
    arguments: [
      ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "The requested URL returned error: 404"),
      ("HTTP/1.1 500 Oops\r\n\r\n", "The requested URL returned error: 500"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "transfer closed with 4 bytes remaining to read"),
      (
        "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n",
        "Protocol \"file\" not supported or disabled in libcurl"
      ),
      ("", "Empty reply from server"),
    ])
  func refused(response: String, wanted: String) throws {
    #expect(try Self.outcome(of: .say(response)) == "fetch http://127.0.0.1:PORT/x: \(wanted)")
  }

  @Test(
    "an answer that is neither the content nor an error for curl is not taken for the content",
    arguments: ["204 No Content", "300 Multiple Choices", "301 Moved Permanently", "304 Not Modified"])
  func answer(status: String) throws {
    // As S3 answers for a bucket of another region: no Location, and a body that explains.
    let why = "it answered \(status.prefix(3)), not 200; give the URL of the content itself"
    #expect(
      try Self.outcome(of: .say("HTTP/1.0 \(status)\r\n\r\n<Error/>")) == "fetch http://127.0.0.1:PORT/x: \(why)")
  }

  @Test("a server that sends on and on is left after a few times")
  func loop() throws {
    let again = "HTTP/1.1 302 Found\r\nLocation: /x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    let server = try LoopbackServer { _, _ in [.say(again)] }
    #expect(
      Self.outcome("http://127.0.0.1:\(server.port)/x", Self.curl()).hasSuffix(": Maximum (5) redirects followed"))
    #expect(server.requests.count == 6)
  }

  @Test("what does not come in time is given up")
  func slow() throws {
    #expect(
      try Self.outcome(of: .hold, Self.curl(within: .milliseconds(300)))
        == "fetch http://127.0.0.1:PORT/x: it did not come within 0.3 seconds (--timeout)")
  }

  @Test(
    "what is too large is not taken, whether the server says so or not",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n",
    ])
  func large(head: String) throws {
    let body = LoopbackServer.Act.sayBytes([UInt8](repeating: 0x61, count: 1_100_000))
    #expect(
      try Self.outcome(of: .say(head), Self.curl(), then: [body])
        == "fetch http://127.0.0.1:PORT/x: larger than 1 MiB, the most that is put into a manifest")
    #expect(
      try Self.outcome(
        of: .say("HTTP/1.0 200 OK\r\n\r\n"), Self.curl(limit: (1 << 20) + 1),
        then: [.sayBytes([UInt8](repeating: 0x61, count: (1 << 20) + 2))])
        == "fetch http://127.0.0.1:PORT/x: larger than 1 MiB, the most that is put into a manifest")
  }

  @Test("without curl it says so; nobody there, too")
  func nobody() throws {
    #expect(
      Self.outcome("http://127.0.0.1/", Self.curl(path: "/nowhere:"))
        == "fetch http://127.0.0.1/: there is no curl in PATH; install it, or fetch the file yourself")
    let server = try LoopbackServer { _, _ in [.reset] }
    #expect(Self.outcome("http://127.0.0.1:\(server.port)/", Self.curl()).hasSuffix("Connection reset by peer"))
    #expect(Self.outcome("http://127.0.0.1:1/", Self.curl()).contains("Failed to connect to 127.0.0.1 port 1"))
  }

  @Test("a URL is a URL, whatever its characters mean to curl or to a shell")
  func characters() throws {
    let server = try LoopbackServer { _, _ in [.say(Self.page("ok"))] }
    #expect(Self.outcome("http://127.0.0.1:\(server.port)/a[1-2]{b,c}$(id)'\";", Self.curl()) == "ok")
    #expect(server.requests.count == 1)
    #expect(server.requests[0].hasPrefix("GET /a[1-2]{b,c}$(id)'\"; HTTP"))
  }

  @Test("nothing stays behind")
  func leftovers() throws {
    let root = try ScratchRoot()
    let curl = Curl(environment: ["PATH": "/usr/bin:/bin", "TMPDIR": root.path], timeLimit: .seconds(20))
    let server = try LoopbackServer { _, number in [.say(number == 0 ? Self.page("ok") : "HTTP/1.1 404 No\r\n\r\n")] }
    for wanted in ["ok", "fetch http://127.0.0.1:\(server.port)/: The requested URL returned error: 404"] {
      #expect(Self.outcome("http://127.0.0.1:\(server.port)/", curl) == wanted)
      #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).isEmpty)
    }
  }
}
