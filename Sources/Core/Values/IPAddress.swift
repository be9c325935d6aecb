/// The address of a machine, IPv4 or IPv6, as a number: `::1` and `0:0:0:0:0:0:0:1` are the same.
package struct IPAddress: Hashable, Sendable {
  package enum Family: Hashable, Sendable {
    case four
    case six
  }

  package let family: Family
  /// 4 or 16, the most significant first: as they stand in a packet.
  package let bytes: [UInt8]

  /// Takes the bytes of a packet or a socket address. An IPv4 address that IPv6 carries (`::ffff:10.0.0.1`, RFC 4291
  /// 2.5.5.2) is the IPv4 address. Nil for any other number than 4 and 16 bytes.
  package init?(bytes: [UInt8]) {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    switch bytes.count {
    case 4:
      self.init(.four, bytes)
    case 16 where bytes.starts(with: mapped):
      self.init(.four, Array(bytes[12...]))
    case 16:
      self.init(.six, bytes)
    case _:
      return nil
    }
  }

  private init(_ family: Family, _ bytes: [UInt8]) {
    self.family = family
    self.bytes = bytes
  }

  /// `0.0.0.0` or `::`: no machine; a listener bound to it takes connections to any address of its family.
  package var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

  /// `fe80::/10`: means nothing without the interface that it is on.
  package var isLinkLocal: Bool { family == .six && bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 }
}
