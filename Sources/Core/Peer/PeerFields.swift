/// Takes the fields of one message from its bytes, in order.
struct PeerFields {
  private var rest: ArraySlice<UInt8>
  private let kind: PeerMessage.Kind

  init(_ bytes: ArraySlice<UInt8>, of kind: PeerMessage.Kind) {
    rest = bytes
    self.kind = kind
  }

  var isAtEnd: Bool { rest.isEmpty }

  var malformed: PeerFault { .malformed(kind.rawValue) }

  mutating func take(_ count: Int) throws(PeerFault) -> [UInt8] {
    guard rest.count >= count else { throw malformed }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func takeRest() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }

  mutating func number<Number: FixedWidthInteger>() throws(PeerFault) -> Number {
    try take(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number($1) }
  }

  mutating func flag() throws(PeerFault) -> Bool {
    let byte: UInt8 = try number()
    guard byte <= 1 else { throw malformed }
    return byte == 1
  }

  /// Elements up to the end; each takes at least a byte, so there are no more than a message has bytes.
  mutating func list<Element>(
    _ element: (inout PeerFields) throws(PeerFault) -> Element
  ) throws(PeerFault) -> [Element] {
    var elements: [Element] = []
    while !isAtEnd { elements.append(try element(&self)) }
    return elements
  }

  mutating func nonceAfterMagic() throws(PeerFault) -> [UInt8] {
    guard rest.starts(with: PeerMessage.magic) else { throw .notThisProtocol }
    rest = rest.dropFirst(PeerMessage.magic.count)
    let version: UInt8 = try number()
    guard version == PeerMessage.version else { throw .otherVersion(version) }
    return try take(PeerNonces.size)
  }

  mutating func listener() throws(PeerFault) -> PortListener {
    guard let listener = PortListener(code: try number(), errno: try number()) else { throw malformed }
    return listener
  }

  mutating func attempt() throws(PeerFault) -> PortTry {
    guard let attempt = PortTry(code: try number(), errno: try number()) else { throw malformed }
    return attempt
  }
}
