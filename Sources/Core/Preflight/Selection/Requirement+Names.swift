extension Requirement {
  /// What the verdicts may be called, one shape for each of ``checks``.
  var shapes: [NameShape] {
    switch self {
    case .volume(let volume) where volume.path.value.hasWildcards:
      let start = "volume:".utf8 + volume.path.value.text.utf8.prefix { !#"*?[\"#.utf8.contains($0) }
      return volume.askedChecks.map { NameShape(start, ":\($0.rawValue)") }
    case .networkRate: return [NameShape("network.rate:".utf8, "")]
    case .processors, .memory, .operatingSystem, .instanceType, .volume, .device, .ports, .script:
      return checks.map { NameShape($0.id) }
    }
  }

  /// The name in ``checks`` of a verdict's check: with the manifest's pattern in place of the match.
  func writtenID(of id: CheckID) -> CheckID {
    guard case .volume(let volume) = self,
      let asked = VolumeCheck.allCases.first(where: {
        id.text.utf8.suffix($0.rawValue.utf8.count + 1).elementsEqual(":\($0.rawValue)".utf8)
      })
    else { return id }
    return volume.check(asked, at: volume.path.value.text).id
  }
}
