/// A socket that leads to the service manager.
package struct BusSocket: Hashable, Sendable {
  package enum Speaker: Hashable, Sendable {
    /// The manager itself, without a bus between.
    case manager
    /// A message bus (dbus-daemon, dbus-broker) that the manager may be on.
    case bus
  }

  package let path: String
  package let speaker: Speaker

  package init(path: String, speaker: Speaker) {
    self.path = path
    self.speaker = speaker
  }

  /// Where a manager is looked for, in order. The private socket is there from the first moment and is root's; the bus
  /// comes up later (in `bootcmd` it does not exist), and lets others ask.
  package static let known = [
    BusSocket(path: "/run/systemd/private", speaker: .manager),
    BusSocket(path: "/run/dbus/system_bus_socket", speaker: .bus),
  ]

  /// `unix:path=/tmp/a%20b`: what is no plain character goes as `%` and two digits (D-Bus specification, "Server
  /// Addresses").
  var address: String {
    "unix:path="
      + path.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          String(Unicode.Scalar(byte))
        default:
          "-_/.*".utf8.contains(byte)
            ? String(Unicode.Scalar(byte)) : "%\(String(byte >> 4, radix: 16))\(String(byte & 15, radix: 16))"
        }
      }.joined()
  }
}
