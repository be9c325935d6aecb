import Glibc
import Testing

@testable import Core

@Suite("An address")
struct IPAddressTests {
  @Test(
    "is written as people write it",
    arguments: [
      (.v4(0), "0.0.0.0"), (.v4(0x7F00_0001), "127.0.0.1"), (.v4(.max), "255.255.255.255"), (.v6(0, 0), "::"),
      (.v6(0, 1), "::1"), (.v6(0xFE80_0000_0000_0000, 1), "fe80::1"), (.v6(0x2001_0DB8_0000_0000, 0), "2001:db8::"),
      // The longest run of zeros is left out, of two the first, a single zero not (RFC 5952, 4.2).
      (.v6(0x2001_0000_0000_0001, 0x0000_0000_0000_0001), "2001:0:0:1::1"),
      (.v6(0x2001_0DB8_0000_0000, 0x0001_0000_0000_0001), "2001:db8::1:0:0:1"),
      (.v6(0x2001_0DB8_0000_0001, 0x0001_0001_0001_0001), "2001:db8:0:1:1:1:1:1"),
      (.v6(.max, .max), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), (.v6(0, 0xFFFF_7F00_0001), "::ffff:127.0.0.1"),
    ] as [(IPAddress, String)])
  func text(address: IPAddress, text: String) {
    #expect(address.description == text)
  }

  @Test(
    "is made of the bytes of a packet, and gives them back",
    arguments: [
      ([10, 0, 0, 1], "10.0.0.1"), ([0, 0, 0, 0], "0.0.0.0"),
      ([0x20, 1, 0xD, 0xB8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "2001:db8:102:304:506:708:90a:b0c"),
    ] as [([UInt8], String)])
  func bytes(bytes: [UInt8], text: String) {
    #expect(IPAddress(bytes: bytes)?.description == text)
    #expect(IPAddress(bytes: bytes)?.bytes == bytes)
  }

  @Test("that IPv6 carries is the one of IPv4, and one beside it is not")
  func mapped() {
    let zeros = [UInt8](repeating: 0, count: 9)
    #expect(IPAddress(bytes: zeros + [0, 0xFF, 0xFF, 10, 0, 0, 1])?.description == "10.0.0.1")
    #expect(IPAddress(bytes: zeros + [1, 0xFF, 0xFF, 10, 0, 0, 1])?.description == "::1:ffff:a00:1")
  }

  @Test("has four bytes or sixteen", arguments: [0, 3, 5, 15, 17])
  func length(count: Int) {
    #expect(IPAddress(bytes: Array(repeating: 0, count: count)) == nil)
  }

  @Test("is written as the C library writes it", arguments: 0..<300)
  func library(seed: UInt64) {
    // Many zeros, in all places.
    let groups = (0..<8).map { seed >> $0 & 1 == 0 ? 0 : (seed &* 2_654_435_761 >> UInt64($0)) & 0xFFFF | 1 }
    let (high, low) = (groups[..<4].reduce(0) { $0 << 16 | $1 }, groups[4...].reduce(0) { $0 << 16 | $1 })
    // It also writes addresses of an abandoned kind (::/96) with dots.
    if high == 0, low >> 32 == 0 { return }
    var bytes = in6_addr()
    withUnsafeMutableBytes(of: &bytes) { memory in
      for (index, half) in [high, low].enumerated() {
        withUnsafeBytes(of: half.bigEndian) { memory[8 * index..<8 * index + 8].copyBytes(from: $0) }
      }
    }
    var buffer = [CChar](repeating: 0, count: 64)
    inet_ntop(AF_INET6, &bytes, &buffer, socklen_t(buffer.count))
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #expect(IPAddress.v6(high, low).description == text)
  }
}
