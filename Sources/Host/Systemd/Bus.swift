internal import CSystemd
internal import Glibc

/// A D-Bus connection by libsystemd's sd-bus. Every wait ends.
struct Bus: ~Copyable {
  private let pointer: OpaquePointer

  private init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    // Without a flush, which could wait: nothing is ever left to be sent, since each call waits for its answer.
    sd_bus_close_unref(pointer)
  }

  /// Connects and says who we are. Fails with ENOENT where there is no socket, ETIMEDOUT where the peer does not answer by
  /// `deadline`.
  static func connect(to socket: BusSocket, until deadline: MonotonicTime) throws(Errno) -> Bus {
    var new: OpaquePointer?
    try BusResult.check(sd_bus_new(&new))
    guard let new else { throw .invalid }
    let bus = Bus(owning: new)
    try BusResult.check(sd_bus_set_address(new, socket.address))
    switch socket.speaker {
    case .manager: try BusResult.check(sd_bus_set_bus_client(new, 0))
    case .bus: try BusResult.check(sd_bus_set_bus_client(new, 1))
    }
    try BusResult.check(sd_bus_start(new))
    try bus.becomeReady(until: deadline)
    return bus
  }

  /// sd_bus_call(3) would do this too, but for up to 90 seconds whatever its time limit is.
  private borrowing func becomeReady(until deadline: MonotonicTime) throws(Errno) {
    while try BusResult.check(sd_bus_is_ready(pointer)) == 0 {
      if try BusResult.check(sd_bus_process(pointer, nil)) > 0 { continue }
      if deadline.hasPassed { throw .timedOut }
      let waited = sd_bus_wait(pointer, UInt64(deadline.millisecondsLeft) * 1000)
      if waited != -EINTR { try BusResult.check(waited) }
    }
  }

  /// Something that a peer can be asked to do.
  struct Call {
    let destination: String
    let path: String
    let interface: String
    let member: String
    let arguments: [String]
  }

  /// Calls, and waits for the answer for at most `limit`.
  borrowing func call(_ call: Call, limit: Duration) throws(HostError) -> BusMessage {
    let subject = call.arguments.first
    let request: BusMessage
    do throws(Errno) {
      request = try message(for: call)
    } catch {
      throw HostError("call \(call.member)", subject, error)
    }
    var failure = sd_bus_error()
    defer { sd_bus_error_free(&failure) }
    var reply: OpaquePointer?
    let result = sd_bus_call(pointer, request.pointer, limit.microseconds, &failure, &reply)
    guard result >= 0, let reply else { throw HostError("call \(call.member)", subject, result, failure) }
    return BusMessage(owning: reply)
  }

  private borrowing func message(for call: Call) throws(Errno) -> BusMessage {
    var new: OpaquePointer?
    try BusResult.check(
      sd_bus_message_new_method_call(pointer, &new, call.destination, call.path, call.interface, call.member))
    guard let new else { throw .invalid }
    let message = BusMessage(owning: new)
    for argument in call.arguments {
      try BusResult.check(sd_bus_message_append_basic(new, BusMessage.Basic.string.signature, argument))
    }
    return message
  }

  /// A property of an object; `subject` names the object in messages.
  struct Property {
    let destination: String
    let path: String
    let interface: String
    let name: String
    let subject: String
  }

  /// Gets a property of the D-Bus type `signature`, and hands the message to `read`, placed before the value.
  borrowing func get<Value>(
    _ property: Property, _ signature: String, limit: Duration,
    read: (borrowing BusMessage) throws(Errno) -> Value
  ) throws(HostError) -> Value {
    sd_bus_set_method_call_timeout(pointer, limit.microseconds)
    var failure = sd_bus_error()
    defer { sd_bus_error_free(&failure) }
    var reply: OpaquePointer?
    let result = sd_bus_get_property(
      pointer, property.destination, property.path, property.interface, property.name, &failure, &reply, signature)
    let operation = "read \(property.name) of"
    guard result >= 0, let reply else { throw HostError(operation, property.subject, result, failure) }
    do throws(Errno) {
      return try read(BusMessage(owning: reply))
    } catch {
      throw HostError(operation, property.subject, error)
    }
  }
}
