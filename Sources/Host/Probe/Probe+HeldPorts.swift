package import Core
internal import Glibc

extension Probe {
  /// The sockets that hold one of the ports asked for, in the network namespace of `process`.
  ///
  /// Who has them open is only looked for where there are any: that takes a look at every open file of the node.
  package static func heldPorts(
    tcp: [PortRange], udp: [PortRange], in root: borrowing Root, for process: ObservedProcess = .own
  ) -> PortReadings {
    let claims = (
      tcp: self.claims(.tcp, among: tcp, in: root, for: process),
      udp: self.claims(.udp, among: udp, in: root, for: process)
    )
    let sockets = (claims.tcp.value?.sockets ?? []) + (claims.udp.value?.sockets ?? [])
    let owners = SocketOwners(of: Set(sockets.map(\.inode)), in: root)
    return PortReadings(tcp: heldPorts(claims.tcp, owners: owners), udp: heldPorts(claims.udp, owners: owners))
  }

  private static func heldPorts(
    _ claims: Reading<PortClaims>, owners: borrowing SocketOwners
  ) -> Reading<[HeldPort]> {
    switch claims {
    case .unreadable(let evidence): return .unreadable(evidence)
    case .known(let claims, let evidence):
      var ports: [HeldPort] = []
      var seen: Set<HeldPort> = []
      for socket in claims.sockets {
        let port = HeldPort(
          transport: claims.transport, port: socket.port, address: socket.address.description,
          owner: owners.owner(of: socket.inode))
        // Several sockets of one process may share a port (SO_REUSEPORT).
        if seen.insert(port).inserted { ports.append(port) }
      }
      return .known(ports.sorted { $0.port < $1.port }, evidence)
    }
  }

  private static func claims(
    _ transport: TransportProtocol, among ranges: [PortRange], in root: borrowing Root, for process: ObservedProcess
  ) -> Reading<PortClaims> {
    if ranges.isEmpty {
      let none = PortClaims(of: transport, among: [], ephemeral: EphemeralPorts.standard)
      return .known(none, Evidence(source: "manifest", text: "it asks for no \(transport.rawValue) port"))
    }
    let claims = PortClaims(of: transport, among: ranges, ephemeral: EphemeralPorts.read(in: root))
    if transport == .tcp, process.isCaller, root.kind == .node, SocketDiagnostics.isAtHand(in: root) {
      var asked = claims
      do throws(HostError) {
        try SocketDiagnostics.noteListeners(into: &asked)
        return .known(asked, Evidence(source: SocketDiagnostics.name, text: "\(asked.count) TCP sockets listen"))
      } catch {
        // A container may forbid it; the tables tell the same, only slower.
      }
    }
    return Reading { () throws(HostError) -> Reading<PortClaims> in
      try SocketTables.read(into: claims, for: process, in: root)
    }
  }
}
