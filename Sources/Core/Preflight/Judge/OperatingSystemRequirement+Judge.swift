extension OperatingSystemRequirement {
  var check: Check {
    Check(id: CheckID("os"), wanted: releases.map(\.text).joined(separator: ", or "), origin: origin)
  }

  /// By os-release: one of the releases has to be the node's, the name as a whole and the version by component.
  ///
  /// A node that tells no version, or a coarser one than is wanted (`7` where 7.2 is), may be the release or not.
  package func judge(_ reading: Reading<OperatingSystem>) -> [Verdict] {
    let evidence = [reading.evidence]
    guard let system = reading.value else {
      return [
        Verdict(
          check, .unknown, found: Wording.notKnown(reading.evidence), evidence: evidence,
          remedy: "Every distribution has /etc/os-release or /usr/lib/os-release: see that one is there and readable.")
      ]
    }
    if releases.contains(where: { $0.covers(system) == true }) {
      return [Verdict(check, .pass, found: system.text, evidence: evidence)]
    }
    if releases.contains(where: { $0.covers(system) == nil }) {
      return [
        Verdict(
          check, .unknown, found: "\(system.text): not told whether it is the version wanted", evidence: evidence,
          remedy:
            "See /etc/system-release or the vendor's tool for the exact version; name the coarser one if any will do.")
      ]
    }
    return [Verdict(check, .fail, found: system.text, evidence: evidence, remedy: remedy(system))]
  }

  private func remedy(_ system: OperatingSystem) -> String {
    let id = Printable.escape(system.id)
    if releases.contains(where: { $0.name.value.matches(system.id) }) {
      let version = system.version.map { ", e.g. \"\(Printable.escape($0))\"" } ?? ""
      return
        "Install a version that is wanted, or add this one to the versions of \(id)\(version), if it is known to work."
    }
    if let part = releases.map(\.name.value.text).first(where: { Self.contains(system.id, $0) }) {
      return """
        Install one of these systems. A name has to match as a whole: if \(id) was meant by "\(Printable.escape(part))", \
        write ".*\(Printable.escape(part)).*".
        """
    }
    return "Install one of these systems, or add `name: \(id)` to os in the manifest if it is known to work."
  }

  /// By byte; both are short.
  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard !part.isEmpty, part.count < text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}

extension OperatingSystemRequirement.Release {
  /// `rhel 7.2 or 7.3`
  fileprivate var text: String {
    let versions = Wording.choice(versions.map { "\($0.value)" })
    return versions.isEmpty ? "\(name.value)" : "\(name.value) \(versions)"
  }

  /// Nil where the node does not tell enough to say.
  fileprivate func covers(_ system: OperatingSystem) -> Bool? {
    guard name.value.matches(system.id) else { return false }
    guard !versions.isEmpty else { return true }
    guard let version = system.version else { return nil }
    if versions.contains(where: { $0.value.covers(version) }) { return true }
    return versions.contains { $0.value.isFiner(than: version) } ? nil : false
  }
}

extension OperatingSystem {
  /// `debian 12`, `arch, no version`
  fileprivate var text: String {
    "\(Printable.escape(id))\(version.map { " \(Printable.escape($0))" } ?? ", no version")"
  }
}
