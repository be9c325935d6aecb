import Core
import Glibc

@testable import Host

/// A real socket of a test, closed at the end.
final class TestSocket {
  enum Family {
    case v4
    case v6
    /// IPv6 alone: it leaves the port of IPv4 to others.
    case v6only
  }

  /// Nil once it is closed.
  private var descriptor: Int32?
  private let family: Family

  init(_ transport: TransportProtocol, _ family: Family) throws {
    let type = transport == .tcp ? SOCK_STREAM : SOCK_DGRAM
    self.family = family
    let domain = family == .v4 ? AF_INET : AF_INET6
    let number = try SystemCall.run { socket(domain, Int32(type.rawValue | SOCK_CLOEXEC.rawValue), 0) }
    descriptor = number
    try set(SOL_SOCKET, SO_REUSEADDR, 1)
    if family != .v4 { try set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, family == .v6only ? 1 : 0) }
  }

  private init(accepted number: Int32, _ family: Family) {
    descriptor = number
    self.family = family
  }

  deinit {
    close()
  }

  var number: Int32 { descriptor ?? -1 }

  private func set(_ level: Int32, _ option: Int32, _ value: Int32) throws {
    var value = value
    try SystemCall.run { setsockopt(number, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) }
  }

  @discardableResult
  func bind(_ address: String, _ port: UInt16) throws -> TestSocket {
    try with(address, port) { address, size in try SystemCall.run { Glibc.bind(number, address, size) } }
    return self
  }

  @discardableResult
  func connect(_ address: String, _ port: UInt16) throws -> TestSocket {
    try with(address, port) { address, size in try SystemCall.run { Glibc.connect(number, address, size) } }
    return self
  }

  @discardableResult
  func listen() throws -> TestSocket {
    try SystemCall.run { Glibc.listen(number, 8) }
    return self
  }

  func accept() throws -> TestSocket {
    TestSocket(accepted: try SystemCall.run { Glibc.accept(number, nil, nil) }, family)
  }

  func close() {
    if let descriptor { Glibc.close(descriptor) }
    descriptor = nil
  }

  /// The port that it is bound to.
  var port: UInt16 {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout.size(ofValue: address))
    withUnsafeMutablePointer(to: &address) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &size) }
    }
    // At the same place in addresses of both families.
    return UInt16(bigEndian: address.sin6_port)
  }

  private func with(
    _ text: String, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Void
  ) throws {
    switch family {
    case .v4:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      guard inet_pton(AF_INET, text, &address.sin_addr) == 1 else { throw Errno.invalid }
      try with(address, body)
    case .v6, .v6only:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      guard inet_pton(AF_INET6, text, &address.sin6_addr) == 1 else { throw Errno.invalid }
      try with(address, body)
    }
  }

  private func with<Address>(
    _ address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Void
  ) throws {
    try withUnsafeBytes(of: address) { bytes in
      try body(bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
    }
  }
}
