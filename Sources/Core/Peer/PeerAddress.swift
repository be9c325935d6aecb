/// Where a peer listens, as the user named it: `10.0.0.2`, `10.0.0.2:4242`, `[fd00::2]:4242`, `fd00::2`, `db-2:4242`.
package struct PeerAddress: Hashable, Sendable, CustomStringConvertible {
  package enum Host: Hashable, Sendable {
    case address(IPAddress)
    /// To be looked up in the node's hosts file: a static program cannot ask the C library's resolver.
    case name(String)
  }

  package let host: Host
  package let port: UInt16

  /// Registered for nothing that a node would run.
  package static let defaultPort: UInt16 = 4242

  package init(_ text: String) throws(ValueProblem) {
    if let address = IPAddress(text) {
      self.init(host: .address(address), port: Self.defaultPort)
      return
    }
    var name = text[...]
    var port = Self.defaultPort
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
      let digits = text[text.index(after: colon)...]
      guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(ASCII.isDigit), let number = UInt16(digits),
        number > 0
      else { throw .notAPeer }
      port = number
      name = text[..<colon]
    }
    self.init(host: try Self.host(name), port: port)
  }

  package init(host: Host, port: UInt16) {
    self.host = host
    self.port = port
  }

  private static func host(_ text: Substring) throws(ValueProblem) -> Host {
    if text.hasPrefix("["), text.hasSuffix("]") {
      guard let address = IPAddress(text.dropFirst().dropLast()), address.family == .six else { throw .notAPeer }
      return .address(address)
    }
    if text.utf8.contains(UInt8(ascii: ":")) { throw .notAPeer }
    if let address = IPAddress(text) { return .address(address) }
    let isName = text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "-._".utf8.contains($0) }
    // What ends in a number is a mistyped address.
    let last = text.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard isName, (1...253).contains(text.utf8.count), !last.isEmpty, !last.utf8.allSatisfy(ASCII.isDigit) else {
      throw .notAPeer
    }
    return .name(String(text))
  }

  /// The host alone, as check ids have it: `db-2`, `fd00::2`.
  package var hostText: String {
    switch host {
    case .address(let address): address.description
    case .name(let name): name
    }
  }

  package var description: String {
    switch host {
    case .address(let address): "\(address.bracketed):\(port)"
    case .name(let name): "\(name):\(port)"
    }
  }
}
