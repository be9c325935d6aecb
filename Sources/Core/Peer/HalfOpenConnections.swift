/// TCP connections of which the first packet came in and the third did not: the answer between them is lost on its way.
///
/// No program hears of them, but the kernel lists them, in state 03 (`TCP_SYN_RECV`, proc_net_tcp.rst of its documentation).
package enum HalfOpenConnections {
  /// The ports of this node that `remote` is half connected to, by the content of `/proc/net/tcp` or `tcp6`.
  ///
  /// `0: 020200C0:1F90 010200C0:D2F0 03 ...` is one of 192.0.2.1 to port 8080, on a little-endian machine.
  package static func ports(from remote: IPAddress, in table: [UInt8]) -> Set<UInt16> {
    var ports: Set<UInt16> = []
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
      guard fields.count == 5, fields[3].elementsEqual("03".utf8), let own = end(fields[1]), let other = end(fields[2]),
        other.address == remote
      else { continue }
      ports.insert(own.port)
    }
    return ports
  }

  private static func end(_ text: ArraySlice<UInt8>) -> (address: IPAddress, port: UInt16)? {
    let halves = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard halves.count == 2, let address = IPAddress(words: halves[0]),
      let port = KernelNumber.hexadecimal(halves[1]).flatMap(UInt16.init(exactly:))
    else { return nil }
    return (address, port)
  }
}
