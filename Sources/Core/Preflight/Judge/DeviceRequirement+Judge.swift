extension DeviceRequirement {
  var check: Check {
    Check(
      id: CheckID("device:\(path.value.text)"),
      wanted: "a device, to \(Wording.access(access.value))", origin: path.origin)
  }

  /// By the pattern's matches: at least one, each a device node that this process may use as asked.
  ///
  /// A directory among the matches is a warning only: beside `/dev/nvidia0` stands `/dev/nvidia-caps`. `fileMode`, `uid` and
  /// `gid` are those of the node that a container gets; the host's own node may have others, which is told and not judged.
  package func judge(_ readings: [DeviceReading]) -> [Verdict] {
    let matches = readings.map { JudgedDevice(reading: $0, wanted: access.value) }
    let evidence = matches.map(\.evidence)
    guard !matches.isEmpty else {
      return [
        Verdict(
          check, .fail, found: "no match", evidence: [path.value.withoutMatch],
          remedy: """
            Attach the device and load its driver (lsmod, dmesg); some drivers make their nodes at first use \
            (nvidia-modprobe -u -c=0). Or correct the pattern: ls -l \(Printable.escape(path.value.text)).
            """)
      ]
    }
    let failures = matches.compactMap(\.failure)
    if !failures.isEmpty {
      return [
        Verdict(
          check, .fail, found: Wording.some(failures), evidence: evidence,
          remedy: """
            Remove what is no device; for access, run it as root, or see the node's mode and the container's device rules.
            """)
      ]
    }
    let unknowns = matches.compactMap(\.unknown)
    if !unknowns.isEmpty {
      return [
        Verdict(check, .unknown, found: Wording.some(unknowns), evidence: evidence, remedy: Remedy.readKernelFiles)
      ]
    }
    let devices = matches.filter(\.isDevice)
    let directories = matches.filter { !$0.isDevice }.map(\.name)
    if devices.isEmpty {
      return [
        Verdict(
          check, .fail, found: "only directories: \(Wording.some(directories))", evidence: evidence,
          remedy: "Name the devices in it, e.g. \(Printable.escape(path.value.text))/*.")
      ]
    }
    let found = Wording.some(devices.map(\.name)) + containerNode(differingFrom: devices)
    if directories.isEmpty { return [Verdict(check, .pass, found: found, evidence: evidence)] }
    return [
      Verdict(
        check, .warn, found: "\(found); not a device: \(Wording.some(directories))", evidence: evidence,
        remedy: "Narrow the pattern to the devices, e.g. with [0-9] in place of *.")
    ]
  }

  /// What the container's nodes will have that the host's have not; empty where they are alike or nothing is stated.
  private func containerNode(differingFrom devices: [JudgedDevice]) -> String {
    let ownerships = devices.compactMap(\.reading.ownership.value)
    var words: [String] = []
    if let fileMode, ownerships.contains(where: { $0.mode != fileMode.value }) {
      words.append("mode \(fileMode.value)")
    }
    if let uid, ownerships.contains(where: { $0.uid != uid.value }) { words.append("uid \(uid.value)") }
    if let gid, ownerships.contains(where: { $0.gid != gid.value }) { words.append("gid \(gid.value)") }
    return words.isEmpty ? "" : "; in the container with " + words.joined(separator: ", ")
  }
}
