/// A socket that holds a port: a TCP listener, or any bound UDP socket.
package struct HeldPort: Hashable, Sendable {
  package let transport: TransportProtocol
  package let port: UInt16
  /// As people write it: `0.0.0.0`, `::1`.
  package let address: String
  package let owner: Owner

  package enum Owner: Hashable, Sendable {
    /// The lowest of those that have it open; the name is what it calls itself, any text.
    case process(name: String, pid: Int32)
    /// No process has it open: the kernel itself, or another PID namespace.
    case none
    /// This process may not look into the others.
    case unknown
  }

  package init(transport: TransportProtocol, port: UInt16, address: String, owner: Owner) {
    self.transport = transport
    self.port = port
    self.address = address
    self.owner = owner
  }
}

/// The sockets that hold a port asked for, one reading for each transport.
package struct PortReadings: Sendable {
  package let tcp: Reading<[HeldPort]>
  package let udp: Reading<[HeldPort]>

  package init(tcp: Reading<[HeldPort]>, udp: Reading<[HeldPort]>) {
    self.tcp = tcp
    self.udp = udp
  }

  package subscript(transport: TransportProtocol) -> Reading<[HeldPort]> {
    switch transport {
    case .tcp: tcp
    case .udp: udp
    }
  }
}
