/// A TCP or UDP socket as the kernel lists it.
package struct KernelSocket: Hashable, Sendable {
  /// States that decide whether a socket holds its port; both transports number them alike (`TCP_ESTABLISHED` and so on).
  package enum State: Hashable, Sendable {
    /// A TCP connection, or a UDP socket with a fixed peer.
    case connected
    /// A UDP socket without a fixed peer, or a TCP socket that has none any more.
    case unconnected
    case listening
    /// A TCP connection that is being made or ended.
    case passing

    /// Nil for a number that no socket has.
    init?(number: UInt64) {
      switch number {
      case 1: self = .connected
      case 7: self = .unconnected
      case 10: self = .listening
      case 2...13: self = .passing
      default: return nil
      }
    }
  }

  package let address: IPAddress
  package let port: UInt16
  package let state: State
  /// By which a process's open files tell it; 0 where no process can have it open any more.
  package let inode: UInt64

  /// Whether a program that wants the port for itself finds it taken by this socket for good.
  ///
  /// Of TCP sockets only listeners do. Every UDP socket without a peer does, a listener or not: nobody can tell. One with a peer is an
  /// outgoing connection if its port is one of those that the kernel gives to such by itself, `ephemeral`; any other port
  /// was asked for.
  package func holdsPort(_ transport: TransportProtocol, ephemeral: ClosedRange<UInt16>) -> Bool {
    switch (transport, state) {
    case (.tcp, .listening), (.udp, .unconnected): true
    case (.udp, .connected): !ephemeral.contains(port)
    case (.tcp, .connected), (.tcp, .unconnected), (.tcp, .passing), (.udp, .listening), (.udp, .passing): false
    }
  }
}
