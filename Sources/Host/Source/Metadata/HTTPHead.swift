/// The status line and header fields of a response (RFC 9112, 4 and 5), read line by line.
///
/// `HTTP/1.1 200 OK`, `Content-Length: 5` and an empty line are status 200 with a body of five bytes.
struct HTTPHead {
  private(set) var status: Int?
  private var length: Int?
  private var isChunked = false

  /// How the end of the body is found (RFC 9112, 6.3).
  enum Framing: Hashable {
    case length(Int)
    case chunked
    case untilClose
  }

  /// Takes one line, without its end; not the empty one.
  mutating func read(_ line: [UInt8]) throws(HTTPFault) {
    guard status != nil else {
      status = try HTTPHead.status(line)
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0, !HTTPHead.isBlank(line[0]) else {
      throw .badHeader
    }
    let value = HTTPHead.trimmed(line[(colon + 1)...])
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "content-length":
      guard let number = HTTPHead.number(value), length == nil || length == number else { throw .badLength }
      length = number
    case "transfer-encoding":
      guard String(decoding: value, as: UTF8.self).lowercased() == "chunked" else { throw .transferEncoding }
      isChunked = true
    default:
      break
    }
  }

  /// An answer for the time being (1xx), after which the real one comes.
  var isInterim: Bool { status.map { (100..<200).contains($0) } ?? false }

  var framing: Framing {
    if status == 204 || status == 304 { return .length(0) }
    if isChunked { return .chunked }
    return length.map { .length($0) } ?? .untilClose
  }

  private static func status(_ line: [UInt8]) throws(HTTPFault) -> Int {
    guard line.starts(with: "HTTP/1.".utf8), line.count >= 12, line[8] == UInt8(ascii: " "),
      line.count == 12 || line[12] == UInt8(ascii: " "), let status = number(line[9..<12]), status >= 100
    else { throw .notHTTP }
    return status
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
