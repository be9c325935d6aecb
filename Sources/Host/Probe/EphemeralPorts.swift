internal import Core

/// The ports that the kernel gives to outgoing connections by itself, of IPv4 and of IPv6.
enum EphemeralPorts {
  /// Where nothing else is set (ip(7), `ip_local_port_range`).
  static let standard: ClosedRange<UInt16> = 32768...60999

  /// What `net.ipv4.ip_local_port_range` sets; the standard where that cannot be read, as in some containers.
  static func read(in root: borrowing Root) -> ClosedRange<UInt16> {
    do throws(HostError) {
      let text = try root.readKernelFile("/proc/sys/net/ipv4/ip_local_port_range")
      let ports = text.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        .compactMap { KernelNumber.decimal($0).flatMap(UInt16.init(exactly:)) }
      return ports.count == 2 && ports[0] <= ports[1] ? ports[0]...ports[1] : standard
    } catch {
      return standard
    }
  }
}
