package import Core

extension ServiceManager {
  /// What systemd has of `unit`, with the settings that `expected` names; loads the unit where it is not loaded yet. Nil
  /// for a template (`app@.service`), which only its instances are made from.
  package borrowing func state(
    of unit: UnitName, expecting expected: [DropIn.Expectation]
  ) throws(HostError) -> UnitState? {
    if unit.isTemplate { return nil }
    let object = UnitObject(unit: unit, path: try load(unit))
    let load = UnitState.Load(try word(object.property("LoadState")))
    let isLoaded = load == .loaded
    return UnitState(
      unit: unit, load: load,
      active: UnitState.Active(try word(object.property("ActiveState"))),
      fragment: try path(object.property("FragmentPath")),
      dropIns: try paths(object.property("DropInPaths")),
      needsReload: try flag(object.property("NeedDaemonReload")),
      settings: isLoaded ? try settings(of: object, named: expected) : [])
  }

  private borrowing func load(_ unit: UnitName) throws(HostError) -> String {
    let reply = try bus.call(Self.call("LoadUnit", unit.text), limit: patience.read)
    do throws(Errno) {
      return try reply.string(.objectPath)
    } catch {
      throw HostError("call LoadUnit", unit.text, error)
    }
  }

  private borrowing func settings(
    of object: UnitObject, named expected: [DropIn.Expectation]
  ) throws(HostError) -> [UnitState.Setting] {
    var settings: [UnitState.Setting] = []
    var seen: Set<String> = []
    for expectation in expected {
      switch expectation {
      case .command(let name, _):
        guard seen.insert(name).inserted else { continue }
        let lines = try bus.get(object.setting(name), "a(sasbttttuii)", limit: patience.read) {
          message throws(Errno) in try message.commandLines()
        }
        settings.append(.commands(property: name, lines))
      case .duration(let name, _):
        guard seen.insert(name).inserted else { continue }
        let microseconds = try bus.get(object.setting(name), "t", limit: patience.read) {
          message throws(Errno) in try message.unsigned()
        }
        settings.append(.duration(property: name, microseconds: microseconds))
      }
    }
    return settings
  }

  private borrowing func word(_ property: Bus.Property) throws(HostError) -> String {
    try bus.get(property, "s", limit: patience.read) { message throws(Errno) in try message.string() }
  }

  private borrowing func flag(_ property: Bus.Property) throws(HostError) -> Bool {
    try bus.get(property, "b", limit: patience.read) { message throws(Errno) in try message.boolean() }
  }

  /// Nil where it is empty.
  private borrowing func path(_ property: Bus.Property) throws(HostError) -> AbsolutePath? {
    let text = try word(property)
    return text.isEmpty ? nil : try parse(text, property)
  }

  private borrowing func paths(_ property: Bus.Property) throws(HostError) -> [AbsolutePath] {
    let texts = try bus.get(property, "as", limit: patience.read) { message throws(Errno) in try message.strings() }
    var paths: [AbsolutePath] = []
    for text in texts { paths.append(try parse(text, property)) }
    return paths
  }

  private borrowing func parse(_ text: String, _ property: Bus.Property) throws(HostError) -> AbsolutePath {
    do throws(AbsolutePath.Fault) {
      return try AbsolutePath(text)
    } catch {
      throw HostError("read \(property.name) of", property.subject, said: "\(Printable.quote(text)) is not a path")
    }
  }
}

/// A unit as an object of the manager's bus.
private struct UnitObject {
  let unit: UnitName
  let path: String

  /// A property that units of every type have.
  func property(_ name: String) -> Bus.Property {
    property(name, interface: "org.freedesktop.systemd1.Unit")
  }

  /// A property that is the unit's type's own: those of `app.service` are at `org.freedesktop.systemd1.Service`.
  func setting(_ name: String) -> Bus.Property {
    property(name, interface: "org.freedesktop.systemd1.\(unit.type.section)")
  }

  private func property(_ name: String, interface: String) -> Bus.Property {
    Bus.Property(
      destination: ServiceManager.name, path: path, interface: interface, name: name, subject: unit.text)
  }
}

extension UnitName {
  /// `app@.service`: nothing between the `@` and the suffix.
  fileprivate var isTemplate: Bool { text.hasSuffix("@\(type.suffix)") }
}
