extension JudgedVolume {
  /// Whether there is a directory, or can be one.
  func existence(_ check: Check) -> Verdict {
    var evidence = [reading.presence.evidence]
    switch ground {
    case .there:
      return Verdict(check, .pass, found: whatIsThere, evidence: evidence)
    case .parent(let parent):
      guard let mount = readOnlyMount else {
        return Verdict(
          check, .pass, found: "not there yet; the installer (or --fix) makes it in \(parent)\(asAsked)",
          evidence: evidence)
      }
      evidence.insert(reading.fileSystem.evidence, at: 0)
      return Verdict(
        check, .fail, found: "not there, and \(mount) is mounted read-only", evidence: evidence,
        remedy: Self.remount(mount))
    case .nothing(let why):
      return Verdict(check, .fail, found: why, evidence: evidence, remedy: existenceRemedy)
    case .passedOver(let why):
      return Verdict(check, .skipped, found: why, evidence: evidence)
    case .unreadable(let reason):
      return Verdict(check, .unknown, found: Wording.notKnown(reason), evidence: evidence)
    }
  }

  /// `a directory`, `a socket`.
  private var whatIsThere: String {
    guard case .known(.other(let what), _) = reading.presence else { return "a directory" }
    return Printable.escape(what)
  }

  /// ` with uid 114, mode 0755`
  private var asAsked: String {
    let words = [
      requirement.uid.map { "uid \($0.value)" }, requirement.gid.map { "gid \($0.value)" },
      requirement.mode.map { "mode \($0.value)" },
    ].compactMap { $0 }
    return words.isEmpty ? "" : ", with " + words.joined(separator: ", ")
  }

  private var existenceRemedy: String {
    switch reading.presence {
    case .known(.other, _):
      "Move it away and make a directory there; or give the volume a targetPath if it is this that is to be mounted."
    case .known(.blocked(let parent), _): "Move \(parent) away, or correct the volume's path."
    case .known(.brokenLink(let link), _):
      "Make what \(link) leads to, or mount the file system that it is on; or remove the link."
    case .known(.missing, _), .known(.directory, _), .unreadable:
      """
      Make it (mkdir -p, or mount what belongs there); set createIfMissing: true if the installer may make it.
      """
    }
  }

  /// The mount point, where nothing can be written.
  var readOnlyMount: String? {
    guard let fileSystem = reading.fileSystem.value, fileSystem.isReadOnly else { return nil }
    return Printable.escape(fileSystem.mountPoint)
  }

  static func remount(_ mount: String) -> String {
    """
    Mount it writable (mount -o remount,rw \(mount)); if the kernel had made it read-only, dmesg tells of the disk's \
    errors.
    """
  }
}
