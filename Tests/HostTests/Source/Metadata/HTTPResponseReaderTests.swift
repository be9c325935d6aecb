import Core
import Testing

@testable import Host

@Suite("A response of HTTP/1.1")
struct HTTPResponseReaderTests {
  static func read(_ text: String, pieces: Int, limit: Int = 20) throws(HTTPFault) -> HTTPResponse? {
    var reader = HTTPResponseReader(bodyLimit: limit)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try reader.read(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      if let response = reader.response { return response }
    }
    try reader.end()
    return reader.response
  }

  @Test(
    "is read in whatever pieces it comes",
    arguments: [
      ("a length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello"),
      ("more than its length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello world", 200, "hello"),
      ("no length", "HTTP/1.1 200 OK\r\nServer: x\r\n\r\nhello", 200, "hello"),
      ("an empty body", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 404, ""),
      ("no body", "HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
      ("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", 200, "hello"),
      ("no reason", "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx", 200, "x"),
      ("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 1\n\nx", 200, "x"),
      ("header names in any case", "HTTP/1.1 200 OK\r\ncontent-LENGTH:\t2 \r\n\r\nxyz", 200, "xy"),
      ("one length twice", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nxy", 200, "x"),
      (
        "chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=b\r\n world\r\n0\r\n\r\n",
        200,
        "hello world"
      ),
      (
        "chunks in hexadecimal, and a trailer",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n00\r\nX: y\r\n\r\n", 200, "0123456789"
      ),
      (
        "chunks before a length", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        200,
        ""
      ),
      (
        "an answer for the time being", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        200, "x"
      ),
      (
        "a body as large as may be", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789", 200,
        "01234567890123456789"
      ),
    ], [1, 2, 7, 1000])
  func good(response: (name: String, text: String, status: Int, body: String), pieces: Int) throws {
    let read = try Self.read(response.text, pieces: pieces)
    #expect(read == HTTPResponse(status: response.status, body: Array(response.body.utf8)), "\(response.name)")
  }

  @Test(
    "that is none is a fault",
    arguments: [
      ("", HTTPFault.cutShort),
      ("HTTP/1.1 200 OK\r\nContent-Le", .cutShort),
      ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", .cutShort),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", .cutShort),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", .cutShort),
      ("SSH-2.0-OpenSSH_9.2\r\n", .notHTTP),
      ("\r\n", .notHTTP),
      ("HTTP/2 200\r\n\r\n", .notHTTP),
      ("HTTP/1.1 abc\r\n\r\n", .notHTTP),
      ("HTTP/1.1 20\r\n\r\n", .notHTTP),
      ("HTTP/1.1 2000\r\n\r\n", .notHTTP),
      ("HTTP/1.1 099 x\r\n\r\n", .notHTTP),
      ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", .badHeader),
      ("HTTP/1.1 200 OK\r\n: no name\r\n\r\n", .badHeader),
      ("HTTP/1.1 200 OK\r\n folded: line\r\n\r\n", .badHeader),
      ("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy", .badLength),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", .transferEncoding),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+1\r\nx", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n", .bodyTooLarge(limit: 20)),
      ("HTTP/1.1 200 OK\r\n\r\n012345678901234567890", .bodyTooLarge(limit: 20)),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n01234567890123456789\r\n1\r\n",
        .bodyTooLarge(limit: 20)
      ),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", .bodyTooLarge(limit: 20)),
    ], [1, 1000])
  func bad(response: (text: String, fault: HTTPFault), pieces: Int) {
    #expect(throws: response.fault) { try Self.read(response.text, pieces: pieces) }
  }

  @Test(
    "has a head of bounded size",
    arguments: [
      "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: Limits.httpHeadBytes),
      "HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: Limits.httpHeadBytes / 6 + 1),
      String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: Limits.httpHeadBytes / 20),
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + String(repeating: "1\r\nx\r\n", count: Limits.httpHeadBytes),
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        + String(repeating: "X: y\r\n", count: Limits.httpHeadBytes),
    ])
  func endless(text: String) {
    #expect(throws: HTTPFault.headTooLarge) { try Self.read(text, pieces: 1000, limit: 1 << 20) }
  }
}
