package import Core
internal import Glibc

/// Where a socket is bound or connected to.
package struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
  package let ip: IPAddress
  package let port: UInt16

  package init(_ ip: IPAddress, port: UInt16) {
    self.ip = ip
    self.port = port
  }

  /// `10.0.0.2:4242`, `[fd00::2]:4242`
  package var description: String { "\(ip.bracketed):\(port)" }

  /// The C form, for the length of `body`.
  func withPointer<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    switch ip.family {
    case .four:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: ip.bytes) }
      return Self.pointer(to: address, body)
    case .six:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: ip.bytes) }
      return Self.pointer(to: address, body)
    }
  }

  private static func pointer<Address, Value>(
    to address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
  ) -> Value {
    withUnsafeBytes(of: address) {
      body($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
  }

  /// What a call filled in for `call(buffer, size)`; its errno where it returned -1, EAFNOSUPPORT for another family.
  static func filled<Value: FixedWidthInteger & SignedInteger>(
    by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Value
  ) throws(Errno) -> (Value, SocketAddress) {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout.size(ofValue: storage))
    let value = try SystemCall.run {
      withUnsafeMutableBytes(of: &storage) {
        call($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), &size)
      }
    }
    let address = withUnsafeBytes(of: storage) { bytes -> SocketAddress? in
      switch Int32(storage.ss_family) {
      case AF_INET:
        let four = bytes.loadUnaligned(as: sockaddr_in.self)
        return IPAddress(bytes: withUnsafeBytes(of: four.sin_addr) { Array($0) })
          .map { SocketAddress($0, port: UInt16(bigEndian: four.sin_port)) }
      case AF_INET6:
        let six = bytes.loadUnaligned(as: sockaddr_in6.self)
        return IPAddress(bytes: withUnsafeBytes(of: six.sin6_addr) { Array($0) })
          .map { SocketAddress($0, port: UInt16(bigEndian: six.sin6_port)) }
      case _:
        return nil
      }
    }
    guard let address else { throw Errno(EAFNOSUPPORT) }
    return (value, address)
  }
}
