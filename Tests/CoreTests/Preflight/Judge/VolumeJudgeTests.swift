import Core
import Testing

struct VolumeJudgeTests {
  typealias Presence = VolumeReading.Presence

  @Test(
    "a path that is not there comes to what the manifest says",
    arguments: [
      (.create, "pass not there yet; the installer (or --fix) makes it in /var/lib, with uid 114, mode 0750", nil),
      (.fail, "fail not there", "set createIfMissing: true"), (.skip, "skipped not there; skipIfMissing", nil),
    ] as [(VolumeRequirement.Missing, String, String?)])
  func missing(missing: VolumeRequirement.Missing, gist: String, remedy: String?) throws {
    let requirement = try VolumeSample(missing: missing, uid: 114, mode: 0o750).requirement()
    let verdicts = requirement.judge([try VolumeNode.reading(.missing(parent: Sample.path("/var/lib")))])
    #expect(verdicts[0].gist == gist)
    #expect(remedy.map { verdicts[0].remedy?.contains($0) == true } ?? (verdicts[0].remedy == nil))
  }

  @Test(
    "a path that cannot be there is one that is not, and none can be made",
    arguments: [
      (.create, "fail not there, /var/lib is no directory"), (.fail, "fail not there, /var/lib is no directory"),
      (.skip, "skipped not there, /var/lib is no directory; skipIfMissing"),
    ] as [(VolumeRequirement.Missing, String)])
  func blocked(missing: VolumeRequirement.Missing, gist: String) throws {
    let requirement = try VolumeSample(missing: missing).requirement()
    let verdict = try Sample.only(
      requirement.judge([try VolumeNode.reading(.blocked(by: Sample.path("/var/lib")))]))
    #expect(verdict.gist == gist)
    #expect(verdict.remedy == (missing == .skip ? nil : "Move /var/lib away, or correct the volume's path."))
  }

  @Test(
    "a link that leads nowhere is a path that is not there, and none can be made, to be mounted or not",
    arguments: [
      (VolumeSample(), "fail not there, /var/lib/data is a broken symbolic link"),
      (VolumeSample(missing: .fail), "fail not there, /var/lib/data is a broken symbolic link"),
      (VolumeSample(target: "/data"), "fail not there, /var/lib/data is a broken symbolic link"),
      (VolumeSample(missing: .skip), "skipped not there, /var/lib/data is a broken symbolic link; skipIfMissing"),
      (
        VolumeSample(target: "/data", missing: .skip),
        "skipped not there, /var/lib/data is a broken symbolic link; skipIfMissing"
      ),
    ])
  func brokenLink(sample: VolumeSample, gist: String) throws {
    var sample = sample
    sample.capacity = "1GB"
    let link = try Sample.path("/var/lib/data")
    let verdicts = try sample.requirement().judge([try VolumeNode.reading(.brokenLink(link))])
    #expect(verdicts[0].gist == gist)
    #expect(verdicts[1].outcome == (sample.missing == .skip ? .skipped : .unknown))
    let remedy =
      "Make what /var/lib/data leads to, or mount the file system that it is on; or remove the link."
    #expect(verdicts[0].remedy == (sample.missing == .skip ? nil : remedy))
  }

  @Test("a file is no volume, and may be mounted")
  func file() throws {
    let reading = try VolumeNode.reading(.other("a socket"))
    let volume = try Sample.only(try VolumeSample().requirement().judge([reading]))
    #expect(volume.gist == "fail a socket")
    #expect(volume.remedy?.hasPrefix("Move it away and make a directory there") == true)
    let mount = try VolumeSample(target: "/var/run/docker.sock", uid: 0, mode: 0o660).requirement().judge([reading])
    #expect(
      mount.gists == [
        "exists: pass a socket", "owner: skipped no directory; it is mounted as it is",
        "mode: skipped no directory; it is mounted as it is",
      ])
  }

  @Test("what is asked of a volume that is not there cannot be told; what is to be made is judged by its parent")
  func othersOfMissing() throws {
    var sample = VolumeSample(
      missing: .fail, capacity: "512GB", fileSystems: ["xfs"], rate: "50MB/s", uid: 1, mode: 0o700)
    let reading = try VolumeNode.reading(
      .missing(parent: Sample.path("/var/lib")),
      rate: .measured([Sample.rate("90MB/s")], Evidence(source: "write", text: "64MB")))
    #expect(
      try sample.requirement().judge([reading]).gists == [
        "exists: fail not there", "filesystem: unknown nothing to judge: not there",
        "capacity: unknown nothing to judge: not there", "write-rate: unknown nothing to judge: not there",
        "owner: unknown nothing to judge: not there", "mode: unknown nothing to judge: not there",
      ])
    sample.missing = .create
    #expect(
      try sample.requirement().judge([reading]).gists.dropFirst() == [
        "filesystem: fail ext4 at /var", "capacity: pass 550GB available of 1TB", "write-rate: pass 90MB/s",
        "owner: skipped not there yet; set when it is made", "mode: skipped not there yet; set when it is made",
      ])
    sample.missing = .skip
    #expect(try sample.requirement().judge([reading]).allSatisfy { $0.outcome == .skipped })
  }

  @Test("a path that cannot be looked at is unknown in all things")
  func unreadable() throws {
    let requirement = try VolumeSample(missing: .skip, capacity: "1GB").requirement()
    let verdicts = requirement.judge([try VolumeNode.reading(nil)])
    #expect(verdicts.map(\.outcome) == [.unknown, .unknown])
    #expect(verdicts[0].found == "not known: /proc/x: permission denied")
    #expect(verdicts[0].remedy?.contains("network file system") == true)
  }

  @Test(
    "a pattern that nothing matches",
    arguments: [
      (.create, ["exists: fail no match", "capacity: unknown nothing to judge"]),
      (.fail, ["exists: fail no match", "capacity: unknown nothing to judge"]),
      (.skip, ["exists: skipped no match; skipIfMissing", "capacity: skipped no match; skipIfMissing"]),
    ] as [(VolumeRequirement.Missing, [String])])
  func noMatch(missing: VolumeRequirement.Missing, gists: [String]) throws {
    let requirement = try VolumeSample(path: "/mnt/disk-?", missing: missing, capacity: "1GB").requirement()
    let verdicts = requirement.judge([])
    #expect(verdicts.gists == gists)
    #expect(verdicts[0].id.text == "volume:/mnt/disk-?:exists")
  }

  @Test("where a read-only mount keeps it from being made, the mount is the first evidence")
  func sealed() throws {
    let reading = try VolumeNode.reading(
      .missing(parent: Sample.path("/var/lib")), fileSystem: VolumeNode.readOnly)
    let verdict = try Sample.only(try VolumeSample().requirement().judge([reading]))
    #expect(verdict.gist == "fail not there, and /var is mounted read-only")
    #expect(verdict.evidence == [reading.fileSystem.evidence, reading.presence.evidence])
  }

  @Test("each match of a pattern has verdicts of its own, under its own name")
  func matches() throws {
    let requirement = try VolumeSample(path: "/mnt/disk-?", fileSystems: ["ext4", "xfs"]).requirement()
    let verdicts = requirement.judge([
      try VolumeNode.reading(at: "/mnt/disk-a"), try VolumeNode.reading(at: "/mnt/disk-b"),
    ])
    #expect(
      verdicts.map(\.id.text) == [
        "volume:/mnt/disk-a:exists", "volume:/mnt/disk-a:filesystem", "volume:/mnt/disk-b:exists",
        "volume:/mnt/disk-b:filesystem",
      ])
    #expect(verdicts[1].wanted == "ext4 or xfs")
  }

  @Test("a path has its name from the manifest")
  func asWritten() throws {
    let requirement = try VolumeSample(path: "/var/lib/data/").requirement()
    let verdict = try Sample.only(requirement.judge([try VolumeNode.reading()]))
    #expect(verdict.id.text == "volume:/var/lib/data/:exists")
    #expect(Requirement.volume(requirement).checks.map(\.id) == [verdict.id])
  }

  @Test(
    "owner and mode of a directory that is there: a difference warns",
    arguments: [
      (VolumeSample(uid: 0, gid: 0), "owner: pass uid 0, gid 0", nil),
      (VolumeSample(uid: 114, gid: 115), "owner: warn uid 0, gid 0", "chown 114:115 /var/lib/data"),
      (VolumeSample(gid: 6), "owner: warn uid 0, gid 0", "chown 0:6 /var/lib/data"),
      (VolumeSample(mode: 0o755), "mode: pass 0755", nil),
      (VolumeSample(mode: 0o2750), "mode: warn 0755", "chmod 02750 /var/lib/data"),
    ] as [(VolumeSample, String, String?)])
  func ownership(sample: VolumeSample, gist: String, command: String?) throws {
    let verdict = try sample.requirement().judge([try VolumeNode.reading()])[1]
    #expect([verdict].gists == [gist])
    if let command {
      #expect(verdict.remedy?.contains("`bringup preflight --fix` does what `\(command)` would") == true)
    } else {
      #expect(verdict.remedy == nil)
    }
  }

  @Test("what is wanted of a volume reads as a sentence does")
  func wanted() throws {
    let sample = VolumeSample(
      capacity: "512GB", fileSystems: ["ext4", "xfs"], rate: "50MB/s", uid: 114, gid: 114, mode: 0o755)
    let checks = Requirement.volume(try sample.requirement()).checks
    #expect(
      checks.map(\.wanted) == [
        "a directory, there or to be made", "ext4 or xfs", "at least 512GB available", "at least 50MB/s",
        "uid 114, gid 114", "0755",
      ])
    let others = [VolumeRequirement.Missing.fail, .skip].map { VolumeSample(missing: $0) }
    #expect(
      try others.map { Requirement.volume(try $0.requirement()).checks[0].wanted } == [
        "a directory", "a directory, if it is there",
      ])
  }
}
