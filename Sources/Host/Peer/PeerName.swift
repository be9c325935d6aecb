internal import Core

/// Finds a peer's addresses.
enum PeerName {
  private static let hosts = AbsolutePath.root.appending("etc").appending("hosts")

  /// Not empty. Names are those of the root's `/etc/hosts`; nobody is asked over the network.
  static func addresses(of peer: PeerAddress, in root: borrowing Root) throws(HostError) -> [SocketAddress] {
    switch peer.host {
    case .address(let address):
      guard !address.isUnspecified, !address.isLinkLocal else {
        throw HostError(
          "connect to", peer.description,
          said: address.isLinkLocal
            ? "a link-local address is not enough to find a node; give another one of the peer's"
            : "that is no node's address; give one of the peer's")
      }
      return [SocketAddress(address, port: peer.port)]
    case .name(let name):
      let bytes = try root.status(hosts) == nil ? [] : try root.read(hosts, limit: Limits.hostsFileBytes)
      let found = HostsFile.addresses(of: name, in: bytes)
      guard !found.isEmpty else {
        throw HostError(
          "look up", name, said: "\(hosts) does not have the name \(Printable.quote(name)); give the peer's IP address")
      }
      return found.map { SocketAddress($0, port: peer.port) }
    }
  }
}
