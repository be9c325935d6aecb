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
      requirement.missing == .create ? .parent(parent) : absence("not there")
    case .known(.blocked(let path), _): absence("not there, \(path) is no directory")
    case .known(.brokenLink(let link), _): absence("not there, \(link) is a broken symbolic link")
    }
  }

  /// Where nothing is, and nothing can be made.
  private func absence(_ why: String) -> Ground {
    switch requirement.missing {
    case .create, .fail: .nothing(why: why)
    case .skip: .passedOver(why: why)
    }
  }
}
