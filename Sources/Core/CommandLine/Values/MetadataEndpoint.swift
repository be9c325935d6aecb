/// Where a metadata service answers: a scheme and an address, nothing after it. No name, because nothing resolves names
/// before the network is up.
///
/// `http://[fd00:ec2::254]:1338` is the address `fd00:ec2::254` and the port 1338.
package struct MetadataEndpoint: Hashable, Sendable, CustomStringConvertible {
  /// IPv4 in dotted decimal, or IPv6 without its brackets.
  package let address: String
  package let port: UInt16

  /// Where EC2 has it, link-local and the same on every instance.
  package static let ec2 = MetadataEndpoint(address: "169.254.169.254", port: 80)

  private init(address: String, port: UInt16) {
    self.address = address
    self.port = port
  }

  package init(_ text: String) throws(ValueProblem) {
    let scheme = "http://"
    guard text.hasPrefix(scheme) else { throw .notAnEndpoint }
    var rest = text.dropFirst(scheme.count)
    if rest.hasSuffix("/") { rest.removeLast() }
    let host: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { throw .notAnEndpoint }
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      guard host.utf8.contains(UInt8(ascii: ":")), IPAddress(host) != nil else { throw .notAnEndpoint }
    } else {
      host = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(host.count)
      guard IPAddress(host) != nil else { throw .notAnEndpoint }
    }
    address = String(host)
    if rest.isEmpty {
      port = 80
    } else {
      guard rest.first == ":", Self.isNumber(rest.dropFirst()), let number = UInt16(rest.dropFirst()), number > 0 else {
        throw .notAnEndpoint
      }
      port = number
    }
  }

  /// The address as a URL has it, with the port where it is not 80: `[fd00:ec2::254]:1338`.
  package var authority: String {
    let host = address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]" : address
    return port == 80 ? host : "\(host):\(port)"
  }

  package var description: String { "http://\(authority)" }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
