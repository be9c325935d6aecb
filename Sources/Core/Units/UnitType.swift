/// The types of systemd units, by the suffix of their names (systemd.unit(5)).
package enum UnitType: String, Hashable, Sendable, CaseIterable {
  case service
  case socket
  case target
  case device
  case mount
  case automount
  case swap
  case timer
  case path
  case slice
  case scope

  /// `.service`.
  package var suffix: String { ".\(rawValue)" }

  /// The section of its own that a file of this type has beside `[Unit]` and `[Install]`: `Service`.
  package var section: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Every section that systemd reads in a file of this type; in others it ignores what they hold.
  var sections: [String] { ["Unit", section, "Install"] }
}
