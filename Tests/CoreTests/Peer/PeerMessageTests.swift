import Testing

@testable import Core

struct PeerMessageTests {
  private static let nonce = [UInt8](0..<16)
  private static let digest = [UInt8](0..<32)

  static let messages: [PeerMessage] = [
    .hello(nonce: nonce), .challenge(nonce: nonce), .proof(digest),
    .welcome(proof: digest, session: nonce, controller: .v4(0x0A00_0001)),
    .welcome(proof: digest, session: nonce, controller: .v6(0xFD00_0000_0000_0000, 2)),
    .refused(.wrongToken), .refused(.beyondLimits), .refused(.outOfTurn),
    .batch(
      .tcp,
      [
        PortOffer(port: 1, listener: .listening), PortOffer(port: 65535, listener: .inUse),
        PortOffer(port: 80, listener: .unable(errno: 13)), PortOffer(port: 81, listener: .notOffered),
      ]),
    .batch(.udp, [PortOffer](repeating: PortOffer(port: 8472, listener: .listening), count: Limits.peerBatchPorts)),
    .opened([.listening, .inUse, .unable(errno: 1), .notOffered]), .opened([]), .tally,
    .tried(
      PortOutcomes(
        tries: [.answered, .connected, .refused, .unreachable(errno: 113), .silent, .notTried],
        heard: [true, false, true, false, true, false])),
    .rate(
      RatePlan(direction: .toPeer, warmUpMilliseconds: 400, sliceMilliseconds: 300, slices: 5, bytes: 1 << 40)),
    .rate(RatePlan(direction: .fromPeer, warmUpMilliseconds: 0, sliceMilliseconds: 1, slices: 1, bytes: 0)),
    .ready, .attach(session: nonce), .measured([]),
    .measured([TransferRate(bytesPerSecond: 0), TransferRate(bytesPerSecond: .max)]), .finish,
  ]

  @Test("a message is read as it was written", arguments: messages)
  func again(message: PeerMessage) throws {
    let bytes = message.bytes
    let (read, size) = try #require(try PeerMessage.decode(bytes + [0xFF]))
    #expect(read == message)
    #expect(size == bytes.count)
  }

  @Test("a message that is not all there yet is awaited, wherever it is cut", arguments: messages)
  func cut(message: PeerMessage) throws {
    for count in 0..<message.bytes.count {
      #expect(try PeerMessage.decode(message.bytes.prefix(count)) == nil)
    }
  }

  @Test("a message one byte short or long of its fields is an error", arguments: messages)
  func length(message: PeerMessage) {
    let bytes = message.bytes
    let count = bytes.count - 3
    switch message {
    case .opened, .tried, .measured, .batch: return
    case .hello, .challenge, .proof, .welcome, .refused, .tally, .rate, .ready, .attach, .finish: break
    }
    for wrong in [count - 1, count + 1] where wrong >= 0 {
      let fields = Array(bytes[3...].prefix(wrong)) + (wrong > count ? [0] : [])
      #expect(throws: PeerFault.malformed(bytes[0])) {
        try PeerMessage.decode([bytes[0], UInt8(wrong >> 8), UInt8(wrong & 0xFF)] + fields)
      }
    }
  }

  private static let faults: [(String, [UInt8], PeerFault)] = [
    ("a request of HTTP", Array("GET / HTTP/1.1\r\n".utf8), .unknownKind(0x47)),
    ("zeros", [0, 0, 0], .unknownKind(0)),
    ("a kind too many", [15, 0, 0], .unknownKind(15)),
    ("a length beyond the limit", [1, 0xFF, 0xFF], .tooLong(65535)),
    ("a hello of another program", [1, 0, 21] + Array("grup".utf8) + [1] + nonce, .notThisProtocol),
    ("a hello of another version", [1, 0, 21] + Array("brup".utf8) + [2] + nonce, .otherVersion(2)),
    ("a hello without fields", [1, 0, 0], .notThisProtocol),
    ("a hello without a number", [1, 0, 5] + Array("brup".utf8) + [1], .malformed(1)),
    ("a refusal for no reason", [5, 0, 1, 9], .malformed(5)),
    ("a batch of no ports", [6, 0, 1, 6], .malformed(6)),
    ("a batch of another transport", [6, 0, 5, 132, 0, 80, 1, 0], .malformed(6)),
    ("a batch with port 0", [6, 0, 5, 6, 0, 0, 1, 0], .malformed(6)),
    ("a listener in no known state", [7, 0, 2, 5, 0], .malformed(7)),
    ("a listener with a number that it has no use for", [7, 0, 2, 1, 1], .malformed(7)),
    ("a listener that lacks its number", [7, 0, 2, 3, 0], .malformed(7)),
    ("a listener cut in two", [7, 0, 3, 1, 0, 1], .malformed(7)),
    ("an outcome that is neither heard nor not", [9, 0, 3, 2, 1, 0], .malformed(9)),
    ("an outcome of no known kind", [9, 0, 3, 1, 7, 0], .malformed(9)),
    ("a rate in no direction", [10, 0, 14, 3] + [UInt8](repeating: 1, count: 13), .malformed(10)),
    ("half a measurement", [13, 0, 4, 0, 0, 0, 0], .malformed(13)),
  ]

  @Test("what is no message is an error at once", arguments: faults)
  func fault(name: String, bytes: [UInt8], fault: PeerFault) {
    #expect(throws: fault) { try PeerMessage.decode(bytes[...]) }
  }

  @Test("a batch has no more ports than a session opens at once")
  func tooManyPorts() {
    let fields =
      [6] + [UInt8](repeating: 0, count: 0) + (0...Limits.peerBatchPorts).flatMap { _ in [0, 80, 1, 0] as [UInt8] }
    let head = [6, UInt8(fields.count >> 8), UInt8(fields.count & 0xFF)]
    #expect(throws: PeerFault.malformed(6)) { try PeerMessage.decode((head + fields)[...]) }
  }

  @Test("each fault and refusal has its sentence")
  func sentences() {
    #expect(PeerFault.notThisProtocol.sentence == "what answers there is no bringup peer")
    #expect(
      PeerFault.otherVersion(2).sentence
        == "it speaks version 2 of the protocol, this program version 1; run the same bringup on both nodes")
    #expect(PeerFault.unknownKind(71).sentence == "it sent a message of unknown kind 71")
    #expect(PeerFault.tooLong(65535).sentence == "it sent a message of 65535 bytes, more than the 4096 allowed")
    #expect(PeerFault.malformed(6).sentence == "it sent a malformed message of kind 6")
    #expect(
      PeerRefusal.allCases.map(\.sentence) == [
        "it does not accept the token; give the one that it printed when it was started",
        "this test is beyond the limits of a session",
        "it did not expect this message; run the same version of bringup on both nodes",
      ])
  }
}
