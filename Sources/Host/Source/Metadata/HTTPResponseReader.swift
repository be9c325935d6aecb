internal import Core

/// Puts a response together from the pieces it comes in.
struct HTTPResponseReader {
  private enum State {
    case head
    /// So many bytes of the body are to come, then what follows.
    case body(Int, then: Next)
    case chunkSize
    case chunkEnd
    case trailers
    case untilClose
    case done
  }

  private enum Next {
    case done
    case chunkEnd
  }

  private let bodyLimit: Int
  private var state = State.head
  private var head = HTTPHead()
  private var line: [UInt8] = []
  /// Of everything that is not body.
  private var headBytes = 0
  private var body: [UInt8] = []

  init(bodyLimit: Int) {
    self.bodyLimit = bodyLimit
  }

  /// Nil until it is whole.
  var response: HTTPResponse? {
    guard case .done = state, let status = head.status else { return nil }
    return HTTPResponse(status: status, body: body)
  }

  /// Takes the next bytes; those after the response's end are passed over.
  mutating func read(_ bytes: ArraySlice<UInt8>) throws(HTTPFault) {
    var rest = bytes
    while let byte = rest.first {
      switch state {
      case .done:
        return
      case .body(let count, let next):
        let piece = rest.prefix(count)
        body += piece
        rest = rest.dropFirst(piece.count)
        state = piece.count < count ? .body(count - piece.count, then: next) : after(next)
      case .untilClose:
        try expect(rest.count)
        body += rest
        return
      case .head, .chunkSize, .chunkEnd, .trailers:
        rest = rest.dropFirst()
        try readHead(byte)
      }
    }
  }

  /// The other side closed the connection.
  mutating func end() throws(HTTPFault) {
    switch state {
    case .done: return
    case .untilClose: state = .done
    case .head, .body, .chunkSize, .chunkEnd, .trailers: throw .cutShort
    }
  }

  private func after(_ next: Next) -> State {
    switch next {
    case .done: .done
    case .chunkEnd: .chunkEnd
    }
  }

  /// Whether `count` more bytes of body are within the limit; checked before they are held.
  private func expect(_ count: Int) throws(HTTPFault) {
    if count > bodyLimit - body.count { throw .bodyTooLarge(limit: bodyLimit) }
  }

  private mutating func readHead(_ byte: UInt8) throws(HTTPFault) {
    headBytes += 1
    if headBytes > Limits.httpHeadBytes { throw .headTooLarge }
    guard byte == UInt8(ascii: "\n") else {
      line.append(byte)
      return
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let whole = line
    line = []
    try finish(whole)
  }

  private mutating func finish(_ line: [UInt8]) throws(HTTPFault) {
    switch state {
    case .head where !line.isEmpty: try head.read(line)
    case .head: try beginBody()
    case .chunkSize: try beginChunk(line)
    case .chunkEnd:
      guard line.isEmpty else { throw .badChunk }
      state = .chunkSize
    case .trailers: if line.isEmpty { state = .done }
    case .body, .untilClose, .done: break
    }
  }

  private mutating func beginBody() throws(HTTPFault) {
    guard head.status != nil else { throw .notHTTP }
    if head.isInterim {
      head = HTTPHead()
      return
    }
    switch head.framing {
    case .length(0): state = .done
    case .length(let count):
      try expect(count)
      state = .body(count, then: .done)
    case .chunked: state = .chunkSize
    case .untilClose: state = .untilClose
    }
  }

  /// `1a;name=value` is a chunk of 26 bytes.
  private mutating func beginChunk(_ line: [UInt8]) throws(HTTPFault) {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    guard (1...15).contains(digits.count), digits[0] != UInt8(ascii: "-"), digits[0] != UInt8(ascii: "+"),
      let count = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .badChunk }
    try expect(count)
    state = count == 0 ? .trailers : .body(count, then: .chunkEnd)
  }
}
