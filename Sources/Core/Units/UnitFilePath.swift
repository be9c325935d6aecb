/// What a path is to the system manager: a unit file, or a drop-in (systemd.unit(5), "UNIT FILE LOAD PATH").
///
/// `/etc/systemd/system/kubelet.service.d/10-kops.conf` is a drop-in of `kubelet.service`;
/// `/usr/lib/systemd/system/service.d/50-limits.conf` is one of every service.
package enum UnitFilePath: Hashable, Sendable {
  case unit(UnitName)
  case dropIn(of: Subject, file: DropInName)

  /// What a directory of drop-ins belongs to.
  package enum Subject: Hashable, Sendable {
    /// Also a template (`foo@.service`), or the common beginning of several names (`foo-.service`).
    case unit(UnitName)
    /// Every unit of the type.
    case type(UnitType)
  }

  /// Nil for a path that the system manager does not read, by its directory or by its name.
  package init?(_ path: AbsolutePath) {
    let directory = path.parent
    if Self.isLoadPath(directory) {
      guard let name = UnitName(path.name) else { return nil }
      self = .unit(name)
      return
    }
    guard Self.isLoadPath(directory.parent), directory.name.utf8.count > 2, directory.name.hasSuffix(".d"),
      let name = DropInName(path.name)
    else { return nil }
    let subject = String(directory.name.dropLast(2))
    if let unit = UnitName(subject) {
      self = .dropIn(of: .unit(unit), file: name)
    } else if let type = UnitType(rawValue: subject) {
      self = .dropIn(of: .type(type), file: name)
    } else {
      return nil
    }
  }

  /// The type of the units that the file is about.
  package var type: UnitType {
    switch self {
    case .unit(let name), .dropIn(of: .unit(let name), file: _): name.type
    case .dropIn(of: .type(let type), file: _): type
    }
  }

  /// Generators' directories are left out: the manager empties them at each reload.
  private static func isLoadPath(_ directory: AbsolutePath) -> Bool {
    switch directory.text {
    case "/etc/systemd/system", "/etc/systemd/system.control", "/etc/systemd/system.attached",
      "/run/systemd/system", "/run/systemd/system.control", "/run/systemd/system.attached",
      "/run/systemd/transient",
      "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system":
      true
    default: false
    }
  }
}
