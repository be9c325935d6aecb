import Glibc
import Testing

@testable import Core

@Suite("An address in text")
struct IPAddressParsingTests {
  private static let accepted = [
    "0.0.0.0", "127.0.0.1", "255.255.255.255", "::", "::1", "1::", "fd00:ec2::254", "2001:db8:0:1:1:1:1:1",
    "2001:DB8::A", "0:0:0:0:0:0:0:0", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:10.0.0.1", "64:ff9b::10.0.0.1",
    "0001:0002::",
  ]

  private static let refused = [
    "", ".", ":", ":::", "1", "10.1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "1.2.3.+4", "1.2..4", "1.2.3.4 ",
    " 1.2.3.4", "0x7f.0.0.1", "1.2.3.0004", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", ":1::", "::1:",
    "1::2::3", "12345::", "g::", "+1::", "-1::", "1:2:3:4:5:6:7:10.0.0.1", "::10.0.0", "10.0.0.1::", "::10.0.0.1:1",
    "fe80::1%eth0", "[::1]", "db-2", "1.2.3.4/24", "::1/128", "１.2.3.4",
  ]

  @Test("is the address that the C library reads", arguments: accepted)
  func likeTheLibrary(text: String) throws {
    let address = try #require(IPAddress(text))
    var bytes = [UInt8](repeating: 0, count: 16)
    let family = text.contains(":") ? AF_INET6 : AF_INET
    #expect(inet_pton(family, text, &bytes) == 1)
    #expect(address.bytes == Array(bytes.prefix(family == AF_INET ? 4 : 16)))
  }

  @Test("is read again as it is written", arguments: accepted)
  func again(text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(IPAddress(address.description) == address)
    #expect(IPAddress(bytes: address.bytes) == address)
  }

  @Test("is none, to the C library and here", arguments: refused)
  func bad(text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    // The C library takes leading zeros in IPv4, and other programs read those as octal.
    if text != "1.2.3.0004" { #expect(inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes) != 1) }
    #expect(IPAddress(text) == nil)
  }

  @Test("an IPv4 address that IPv6 carries is the IPv4 address")
  func mapped() {
    #expect(IPAddress("::ffff:10.0.0.1") == .v4(0x0A00_0001))
    #expect(IPAddress("::ffff:a00:1") == .v4(0x0A00_0001))
  }

  @Test("other numbers of bytes than 4 and 16 are no address", arguments: [0, 3, 5, 15, 17])
  func bytes(count: Int) {
    #expect(IPAddress(bytes: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test("it is known whether it names a machine by itself")
  func kinds() throws {
    for (text, unspecified, linkLocal, loopback) in [
      ("0.0.0.0", true, false, false), ("::", true, false, false), ("fe80::1", false, true, false),
      ("febf::1", false, true, false), ("fec0::1", false, false, false), ("10.0.0.1", false, false, false),
      ("169.254.0.1", false, false, false), ("127.0.0.1", false, false, true), ("127.255.255.255", false, false, true),
      ("126.255.255.255", false, false, false), ("128.0.0.0", false, false, false), ("::1", false, false, true),
      ("::2", false, false, false),
    ] {
      let address = try #require(IPAddress(text))
      #expect(address.isUnspecified == unspecified)
      #expect(address.isLinkLocal == linkLocal)
      #expect(address.isLoopback == loopback)
    }
    #expect(try #require(IPAddress("fd00::2")).bracketed == "[fd00::2]")
    #expect(try #require(IPAddress("10.0.0.2")).bracketed == "10.0.0.2")
  }
}
