extension IPAddress {
  package enum Family: Hashable, Sendable {
    case four
    case six
  }

  package var family: Family {
    switch self {
    case .v4: .four
    case .v6: .six
    }
  }

  /// 4 or 16, the most significant first: as they stand in a packet.
  package var bytes: [UInt8] {
    switch self {
    case .v4(let number): Self.bytes(number)
    case .v6(let high, let low): Self.bytes(high) + Self.bytes(low)
    }
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// Takes the bytes of a packet or a socket address. An IPv4 address that IPv6 carries (`::ffff:10.0.0.1`, RFC 4291
  /// 2.5.5.2) is the IPv4 address. Nil for any other number than 4 and 16 bytes.
  package init?(bytes: [UInt8]) {
    func number<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Number {
      bytes.reduce(0) { $0 << 8 | Number($1) }
    }
    switch bytes.count {
    case 4: self = .v4(number(bytes[...]))
    case 16:
      let (high, low): (UInt64, UInt64) = (number(bytes[..<8]), number(bytes[8...]))
      self = high == 0 && low >> 32 == 0xFFFF ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high, low)
    case _: return nil
    }
  }

  /// `0.0.0.0` or `::`: no machine; a listener bound to it takes connections to any address of its family.
  package var isUnspecified: Bool { self == .v4(0) || self == .v6(0, 0) }

  /// `127.0.0.0/8` or `::1`: whichever node asks, itself.
  package var isLoopback: Bool {
    switch self {
    case .v4(let number): number >> 24 == 127
    case .v6(let high, let low): high == 0 && low == 1
    }
  }

  /// `fe80::/10`: means nothing without the interface that it is on.
  package var isLinkLocal: Bool {
    switch self {
    case .v4: false
    case .v6(let high, _): high >> 54 == 0xFE80 >> 6
    }
  }

  /// As it stands before a port or in a URL: `[::1]`.
  package var bracketed: String {
    switch self {
    case .v4: description
    case .v6: "[\(description)]"
    }
  }
}
