/// One way in which a unit is not as a drop-in asked for.
package struct ReadBackDifference: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case masked
    /// The unit's `LoadState`: `bad-setting`, `error`.
    case notLoaded(String)
    case needsReload
    case dropInNotRead(AbsolutePath)
    /// `later` are the drop-ins that systemd reads after ours.
    case commandMissing(property: String, arguments: [String], later: [AbsolutePath])
    /// Microseconds; `found` is nil where systemd did not tell.
    case duration(property: String, wanted: UInt64, found: UInt64?, later: [AbsolutePath])
  }

  package let unit: UnitName
  package let fault: Fault

  package init(unit: UnitName, fault: Fault) {
    self.unit = unit
    self.fault = fault
  }

  /// One line, safe to show: what was found, what was wanted, what to do.
  package var sentence: String {
    switch fault {
    case .masked:
      "\(unit) is masked, so that its drop-ins do nothing; unmask it with systemctl unmask \(unit)"
    case .notLoaded(let word):
      "\(unit) is not loaded (\(Printable.escape(word))); see systemctl status \(unit)"
    case .needsReload:
      "\(unit) has files that changed after systemd read them; run systemctl daemon-reload"
    case .dropInNotRead(let path):
      "\(unit) is loaded without \(path); see systemctl cat \(unit)"
    case .commandMissing(let property, let arguments, let later):
      "\(unit) has no \(property) command \(Self.text(arguments))\(Self.blame(later))"
    case .duration(let property, let wanted, let found, let later):
      "\(unit) has \(property) \(found.map(Self.text) ?? "unset"), wanted \(Self.text(wanted))\(Self.blame(later))"
    }
  }

  /// The program alone: what it is given may be secret.
  private static func text(_ arguments: [String]) -> String {
    let program = Printable.quote(arguments.first ?? "")
    let others = arguments.count - 1
    return others < 1 ? program : "\(program) with the \(others) argument\(others == 1 ? "" : "s") asked for"
  }

  private static func blame(_ later: [AbsolutePath]) -> String {
    guard let last = later.last else { return "" }
    return later.count == 1
      ? "; \(last) is read later and may replace it"
      : "; \(last) and \(later.count - 1) more are read later and may replace it"
  }

  /// `90s`, `1500ms`, `infinity`.
  private static func text(_ microseconds: UInt64) -> String {
    if microseconds == .max { return "infinity" }
    if microseconds.isMultiple(of: 1_000_000) { return "\(microseconds / 1_000_000)s" }
    return microseconds.isMultiple(of: 1000) ? "\(microseconds / 1000)ms" : "\(microseconds)us"
  }
}
