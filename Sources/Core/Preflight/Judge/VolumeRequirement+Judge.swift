extension VolumeRequirement {
  /// One verdict for each thing asked and each reading: a pattern has a reading for each match, a path has one.
  package func judge(_ readings: [VolumeReading]) -> [Verdict] {
    if readings.isEmpty { return withoutMatch }
    return readings.flatMap { reading in
      let volume = JudgedVolume(
        requirement: self, reading: reading, path: path.value.hasWildcards ? reading.path.text : path.value.text)
      return askedChecks.map(volume.judge)
    }
  }

  /// A pattern names no one directory, so that none can be made where nothing matches.
  private var withoutMatch: [Verdict] {
    let text = path.value.text
    switch missing {
    case .skip:
      return askedChecks.map { Verdict(check($0, at: text), .skipped, found: "no match; skipIfMissing") }
    case .create, .fail:
      return askedChecks.map { asked in
        guard asked == .exists else { return Verdict(check(asked, at: text), .unknown, found: "nothing to judge") }
        return Verdict(
          check(asked, at: text), .fail, found: "no match",
          remedy: """
            Make a directory that matches (a pattern does not say which one to make), or set skipIfMissing: true if it \
            may be missing.
            """)
      }
    }
  }
}

/// One volume of a requirement: a path and what was read there.
struct JudgedVolume {
  let requirement: VolumeRequirement
  let reading: VolumeReading
  /// As the checks' names have it.
  let path: String

  /// What there is to judge.
  enum Ground {
    /// The directory, or the file that is to be mounted.
    case there
    /// The nearest parent, in which the directory is to be made.
    case parent(AbsolutePath)
    /// Nothing, and that is a fault.
    case nothing(why: String)
    /// Nothing, and that is as it may be.
    case passedOver(why: String)
    case unreadable(Evidence)
  }

  func judge(_ asked: VolumeCheck) -> Verdict {
    let check = requirement.check(asked, at: path)
    switch ground {
    case .passedOver(let why):
      return Verdict(check, .skipped, found: "\(why); skipIfMissing", evidence: [reading.presence.evidence])
    case .unreadable(let evidence):
      return Verdict(
        check, .unknown, found: Wording.notKnown(evidence), evidence: [evidence],
        remedy: "Run it as root; if the path is on a network file system, see that its server answers.")
    case .nothing(let why) where asked != .exists:
      return Verdict(check, .unknown, found: "nothing to judge: \(why)", evidence: [reading.presence.evidence])
    case .nothing, .parent, .there:
      switch asked {
      case .exists: return existence(check)
      case .filesystem: return fileSystem(check)
      case .capacity: return capacity(check)
      case .writeRate: return writeRate(check)
      case .owner: return owner(check)
      case .mode: return mode(check)
      }
    }
  }

  var ground: Ground {
    switch reading.presence {
    case .unreadable(let evidence): .unreadable(evidence)
    case .known(.directory, _): .there
    case .known(.other(let what), _):
      // Gravity passes over files, because a mount may be one (`/var/run/docker.sock`).
      requirement.targetPath == nil ? .nothing(why: Printable.escape(what)) : .there
    case .known(.missing(let parent), _):
      switch requirement.missing {
      case .create: .parent(parent)
      case .fail: .nothing(why: "not there")
      case .skip: .passedOver(why: "not there")
      }
    case .known(.blocked(let path), _):
      switch requirement.missing {
      case .create, .fail: .nothing(why: "not there, \(path) is no directory")
      case .skip: .passedOver(why: "not there, \(path) is no directory")
      }
    }
  }
}
