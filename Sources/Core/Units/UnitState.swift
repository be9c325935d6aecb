/// What systemd has of one unit, as its bus shows it (org.freedesktop.systemd1(5)).
package struct UnitState: Hashable, Sendable {
  /// `LoadState`.
  package enum Load: Hashable, Sendable {
    case loaded
    /// There is no unit file: not an error, it may be installed later.
    case notFound
    case masked
    /// `bad-setting`, `error`, or what a later systemd calls it.
    case other(String)
  }

  /// `ActiveState`.
  package enum Active: Hashable, Sendable {
    case inactive
    case activating
    case active
    /// `reloading`, `deactivating`, `failed`, `maintenance`, or what a later systemd calls it.
    case other(String)
  }

  /// The value of a setting that was asked for, under its property's name.
  package enum Setting: Hashable, Sendable {
    /// The argument lists of `ExecStartPre` and its like, in order.
    case commands(property: String, [[String]])
    /// Microseconds, `UInt64.max` for infinity.
    case duration(property: String, microseconds: UInt64)
  }

  package let unit: UnitName
  package let load: Load
  package let active: Active
  /// The unit file; nil where there is none.
  package let fragment: AbsolutePath?
  /// In the order that systemd reads them: what stands in a later one wins.
  package let dropIns: [AbsolutePath]
  /// A file changed after it was read.
  package let needsReload: Bool
  package let settings: [Setting]

  package init(
    unit: UnitName, load: Load, active: Active, fragment: AbsolutePath?, dropIns: [AbsolutePath], needsReload: Bool,
    settings: [Setting]
  ) {
    self.unit = unit
    self.load = load
    self.active = active
    self.fragment = fragment
    self.dropIns = dropIns
    self.needsReload = needsReload
    self.settings = settings
  }
}

extension UnitState.Load {
  /// From the word of the property: `not-found`.
  package init(_ word: String) {
    switch word {
    case "loaded": self = .loaded
    case "not-found": self = .notFound
    case "masked": self = .masked
    default: self = .other(word)
    }
  }
}

extension UnitState.Active {
  /// From the word of the property: `activating`.
  package init(_ word: String) {
    switch word {
    case "inactive": self = .inactive
    case "activating": self = .activating
    case "active": self = .active
    default: self = .other(word)
    }
  }
}
