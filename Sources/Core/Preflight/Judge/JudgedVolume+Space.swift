extension JudgedVolume {
  /// By the name of the file system that the directory is on, or will be.
  func fileSystem(_ check: Check) -> Verdict {
    let evidence = [reading.fileSystem.evidence]
    guard let found = reading.fileSystem.value else {
      return Verdict(
        check, .unknown, found: Wording.notKnown(evidence[0]), evidence: evidence, remedy: Remedy.readKernelFiles)
    }
    let text = "\(Printable.escape(found.type)) at \(Printable.escape(found.mountPoint))"
    let names = requirement.fileSystems?.value ?? []
    if names.contains(where: { $0.utf8.elementsEqual(found.type.utf8) }) {
      return Verdict(check, .pass, found: text, evidence: evidence)
    }
    return Verdict(
      check, .fail, found: text, evidence: evidence,
      remedy: """
        Mount a file system of the kind wanted at \(Printable.escape(path)) (mkfs on a disk of its own), or add \
        "\(Printable.escape(found.type))" to the volume's filesystems if the application runs on it.
        """)
  }

  /// By what an unprivileged process may still write.
  func capacity(_ check: Check) -> Verdict {
    let evidence = [reading.space.evidence, reading.fileSystem.evidence]
    guard let wanted = requirement.capacity?.value else {
      return Verdict(check, .skipped, found: "not asked for", evidence: evidence)
    }
    // proc, sysfs and some FUSE file systems count nothing: zero is not a size.
    guard let space = reading.space.value, space.total.bytes > 0 else {
      let found = reading.space.value == nil ? Wording.notKnown(evidence[0]) : "the file system tells no size"
      return Verdict(
        check, .unknown, found: found, evidence: evidence,
        remedy: "If it is not the file system that was meant, name a directory on a disk; else leave capacity out.")
    }
    let margin = Margin(found: Double(space.available.bytes), minimum: Double(wanted.bytes), unit: .bytes)
    let found = """
      \(Wording.size(space.available, like: wanted)) available of \(Wording.size(space.total, like: wanted))
      """
    if let mount = readOnlyMount {
      return Verdict(
        check, .fail, found: "\(mount) is mounted read-only", evidence: evidence, remedy: Self.remount(mount))
    }
    if space.available >= wanted {
      return Verdict(check, .pass, found: found, evidence: evidence, margin: margin)
    }
    return Verdict(
      check, .fail, found: found, evidence: evidence, margin: margin, remedy: spaceRemedy(space, wanted))
  }

  private func spaceRemedy(_ space: SpaceReading, _ wanted: ByteCount) -> String {
    let missing = ByteCount(wanted.bytes - space.available.bytes)
    let mount = reading.fileSystem.value.map { " at \(Printable.escape($0.mountPoint))" } ?? ""
    var text =
      space.total >= wanted
      ? "Free \(Wording.size(missing, like: wanted))\(mount), or mount a larger file system at \(Printable.escape(path))."
      : "Mount a file system of at least \(wanted) at \(Printable.escape(path)): this one is too small even when empty."
    if space.free >= wanted {
      text += " There is enough for root; the rest is kept for it (tune2fs -m changes that on ext4)."
    }
    if let twin = UnitTwin.decimal(of: wanted), space.available >= twin.size {
      text += " \(twin.written) is more than \(twin.twin), which is there: if that was meant, write \"\(twin.twin)\"."
    }
    return text
  }
}
