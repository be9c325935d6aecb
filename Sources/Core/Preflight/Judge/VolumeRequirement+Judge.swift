extension VolumeRequirement {
  /// One verdict for each thing asked and each reading: a pattern has a reading for each match, a path has one.
  package func judge(_ readings: [VolumeReading]) -> [Verdict] {
    if readings.isEmpty { return withoutMatch }
    return readings.flatMap { reading in
      let volume = JudgedVolume(requirement: self, reading: reading, path: name(of: reading))
      return askedChecks.map(volume.judge)
    }
  }

  /// A pattern names no one directory, so that none can be made where nothing matches.
  private var withoutMatch: [Verdict] {
    let text = path.value.text
    let evidence = [path.value.withoutMatch]
    switch missing {
    case .skip:
      return askedChecks.map {
        Verdict(check($0, at: text), .skipped, found: "no match; skipIfMissing", evidence: evidence)
      }
    case .create, .fail:
      return askedChecks.map { asked in
        guard asked == .exists else {
          return Verdict(check(asked, at: text), .unknown, found: "nothing to judge", evidence: evidence)
        }
        return Verdict(
          check(asked, at: text), .fail, found: "no match", evidence: evidence,
          remedy: """
            Make a directory that matches (a pattern does not say which one to make), or set skipIfMissing: true if it \
            may be missing.
            """)
      }
    }
  }
}

extension PathPattern {
  /// For the verdict on a pattern that has no matches.
  var withoutMatch: Evidence { Evidence(source: description, text: "no file has such a name") }
}
