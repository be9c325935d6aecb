internal import Core

/// A connection to the node's service manager: systemd as process 1 (org.freedesktop.systemd1(5)).
package struct ServiceManager: ~Copyable {
  /// What looking for a manager comes to.
  package enum Connection: ~Copyable {
    case manager(ServiceManager)
    /// Neither socket leads to one: an image build, a container, another init. Not an error.
    case none
  }

  /// How long each wait may take.
  package struct Patience: Sendable {
    package let connect: Duration
    package let read: Duration
    /// The generators of all packages run in a reload; systemctl(1) waits as long.
    package let reload: Duration

    package init(connect: Duration = .seconds(5), read: Duration = .seconds(25), reload: Duration = .seconds(90)) {
      self.connect = connect
      self.read = read
      self.reload = reload
    }
  }

  static let name = "org.freedesktop.systemd1"
  static let path = "/org/freedesktop/systemd1"
  static let interface = "org.freedesktop.systemd1.Manager"

  let bus: Bus
  let patience: Patience

  private init(bus: consuming Bus, patience: Patience) {
    self.bus = bus
    self.patience = patience
  }

  /// Connects to the first of `sockets` that leads to a manager.
  ///
  /// Throws where there is a socket but nobody lets us in or answers: then a manager may well be there, and what it would have
  /// done is not known to be done. In a chroot there is none, whatever `/run` holds: it would be the builder's.
  package static func connect(
    sockets: [BusSocket] = BusSocket.known, patience: Patience = Patience()
  ) throws(HostError) -> Connection {
    if Chroot.isAroundThisProcess() { return .none }
    var refusal: HostError?
    for socket in sockets {
      do throws(HostError) {
        if let manager = try open(socket, patience) { return .manager(manager) }
      } catch {
        if refusal == nil { refusal = error }
      }
    }
    if let refusal { throw refusal }
    return .none
  }

  /// Nil where there is no such socket, or a bus without a manager on it.
  private static func open(_ socket: BusSocket, _ patience: Patience) throws(HostError) -> ServiceManager? {
    let bus: Bus
    do throws(Errno) {
      bus = try Bus.connect(to: socket, until: .now + patience.connect)
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("connect to", socket.path, error)
    }
    switch socket.speaker {
    case .manager: break
    case .bus: guard try isManager(on: bus, socket, patience) else { return nil }
    }
    return ServiceManager(bus: bus, patience: patience)
  }

  private static func isManager(
    on bus: borrowing Bus, _ socket: BusSocket, _ patience: Patience
  ) throws(HostError) -> Bool {
    let call = Bus.Call(
      destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
      member: "NameHasOwner", arguments: [name])
    let reply = try bus.call(call, limit: patience.read)
    do throws(Errno) {
      return try reply.boolean()
    } catch {
      throw HostError("read the answer of", socket.path, error)
    }
  }

  /// Has the manager read all unit files and drop-ins anew, as `systemctl daemon-reload` does.
  package borrowing func reload() throws(HostError) {
    _ = try bus.call(Self.call("Reload"), limit: patience.reload)
  }

  /// Whether the node is still booting: `SystemState` is `initializing` or `starting`.
  package borrowing func isBooting() throws(HostError) -> Bool {
    let property = Bus.Property(
      destination: Self.name, path: Self.path, interface: Self.interface, name: "SystemState", subject: "systemd")
    let state = try bus.get(property, "s", limit: patience.read) { message throws(Errno) in try message.string() }
    return state == "initializing" || state == "starting"
  }

  static func call(_ member: String, _ arguments: String...) -> Bus.Call {
    Bus.Call(destination: name, path: path, interface: interface, member: member, arguments: arguments)
  }
}
