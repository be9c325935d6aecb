extension JudgedVolume {
  /// Gravity sets the owner and the mode when it installs, and judges neither. So a difference now is a warning: it is
  /// right after the installation, and wrong if nothing installs.
  func owner(_ check: Check) -> Verdict {
    guard let ownership else { return notSetYet(check) }
    let uid = requirement.uid?.value ?? ownership.uid
    let gid = requirement.gid?.value ?? ownership.gid
    let found = "uid \(ownership.uid), gid \(ownership.gid)"
    return difference(check, isThere: (uid, gid) == (ownership.uid, ownership.gid), found, "chown \(uid):\(gid)")
  }

  /// See ``owner(_:)``.
  func mode(_ check: Check) -> Verdict {
    guard let ownership, let mode = requirement.mode?.value else { return notSetYet(check) }
    return difference(check, isThere: mode == ownership.mode, "\(ownership.mode)", "chmod \(mode)")
  }

  private func difference(_ check: Check, isThere: Bool, _ found: String, _ command: String) -> Verdict {
    let evidence = [reading.presence.evidence]
    if isThere { return Verdict(check, .pass, found: found, evidence: evidence) }
    return Verdict(
      check, .warn, found: found, evidence: evidence,
      remedy: """
        Gravity's installer sets it; where none runs, `bringup preflight --fix` does what \
        `\(command) \(Printable.escape(path))` would.
        """)
  }

  private var ownership: OwnershipReading? {
    guard case .known(.directory(let ownership), _) = reading.presence else { return nil }
    return ownership
  }

  private func notSetYet(_ check: Check) -> Verdict {
    let evidence = [reading.presence.evidence]
    guard case .parent = ground else {
      return Verdict(check, .skipped, found: "no directory; it is mounted as it is", evidence: evidence)
    }
    return Verdict(check, .skipped, found: "not there yet; set when it is made", evidence: evidence)
  }
}
