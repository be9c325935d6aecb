import Core
import Testing

struct VolumeSpaceJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let wanted: String
    var space: (total: String, free: String, available: String)? = ("1TB", "600GB", "550GB")
    let gist: String
    var remedy: String?
    var margin: Double?

    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(what: "exactly enough", wanted: "550GB", gist: "pass 550GB available of 1TB", margin: 0),
    Row(
      what: "too little left", wanted: "700GB", gist: "fail 550GB available of 1TB",
      remedy: "Free 150GB at /var, or mount a larger file system at /var/lib/data.", margin: -150e9),
    Row(
      what: "enough for root only", wanted: "600GB", gist: "fail 550GB available of 1TB",
      remedy: "There is enough for root; the rest is kept for it", margin: -50e9),
    Row(
      what: "too small even when empty", wanted: "2TB", gist: "fail 550GB available of 1TB",
      remedy: "Mount a file system of at least 2TB at /var/lib/data: this one is too small even when empty.",
      margin: -1450e9),
    Row(
      what: "512 GiB where 512 GB was meant", wanted: "512GiB", space: ("1TB", "530GB", "530GB"),
      gist: "fail 493.6GiB available of 931.32GiB", remedy: #"if that was meant, write "512GB"."#,
      margin: 530e9 - 549_755_813_888),
    Row(
      what: "proc tells no size", wanted: "1GB", space: ("0", "0", "0"), gist: "unknown the file system tells no size",
      remedy: "name a directory on a disk"),
    Row(what: "not told", wanted: "1GB", space: nil, gist: "unknown not known: /proc/x: permission denied"),
  ]

  @Test("capacity is what an unprivileged process may still write", arguments: rows)
  func capacity(row: Row) throws {
    let requirement = try VolumeSample(capacity: row.wanted).requirement()
    let verdict = requirement.judge([try VolumeNode.reading(space: row.space)])[1]
    #expect(verdict.gist == row.gist)
    #expect(verdict.margin?.distance == row.margin)
    #expect(row.remedy.map { verdict.remedy?.contains($0) == true } ?? true, "\(verdict.remedy ?? "")")
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test("nothing can be written or made on a read-only mount")
  func readOnly() throws {
    let requirement = try VolumeSample(capacity: "1GB", fileSystems: ["ext4"], rate: "1MB/s").requirement()
    let there = requirement.judge([try VolumeNode.reading(fileSystem: VolumeNode.readOnly)])
    #expect(
      there.gists == [
        "exists: pass a directory", "filesystem: pass ext4 at /var", "capacity: fail /var is mounted read-only",
        "write-rate: fail /var is mounted read-only",
      ])
    #expect(there[2].remedy?.contains("mount -o remount,rw /var") == true)
    let missing = requirement.judge([
      try VolumeNode.reading(.missing(parent: Sample.path("/var/lib")), fileSystem: VolumeNode.readOnly)
    ])
    #expect(missing[0].gist == "fail not there, and /var is mounted read-only")
  }

  @Test(
    "a file system is judged by its name",
    arguments: [
      ("ext4", ["ext4", "xfs"], "pass ext4 at /var"), ("tmpfs", ["ext4", "xfs"], "fail tmpfs at /var"),
      ("ext4", ["EXT4"], "fail ext4 at /var"), ("fuse.a\nb", ["xfs"], "fail fuse.a\\nb at /var"),
    ])
  func fileSystem(type: String, wanted: [String], gist: String) throws {
    let requirement = try VolumeSample(fileSystems: wanted).requirement()
    let reading = try VolumeNode.reading(
      fileSystem: FileSystemReading(type: type, mountPoint: "/var", isReadOnly: false))
    let verdict = requirement.judge([reading])[1]
    #expect(verdict.gist == gist)
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
    let unreadable = requirement.judge([try VolumeNode.reading(fileSystem: nil)])[1]
    #expect(unreadable.gist == "unknown not known: /proc/x: permission denied")
  }

  @Test("the write rate is told by its tries, or why there is none")
  func writeRate() throws {
    let requirement = try VolumeSample(rate: "50MB/s").requirement()
    let evidence = Evidence(source: "write", text: "3 tries")
    func verdict(_ rate: RateReading?) throws -> Verdict {
      requirement.judge([try VolumeNode.reading(rate: rate)])[1]
    }
    let slow = try verdict(.measured([Sample.rate("20MB/s"), Sample.rate("30MB/s")], evidence))
    #expect(slow.gist == "fail 20MB/s to 30MB/s in 2 tries")
    #expect(slow.remedy?.hasPrefix("Put a faster disk at /var/lib/data") == true)
    let noisy = try verdict(.measured([Sample.rate("20MB/s"), Sample.rate("80MB/s")], evidence))
    #expect(noisy.gist == "unknown 20MB/s to 80MB/s in 2 tries: too unsteady to tell")
    #expect(
      noisy.remedy == """
        Run it again while nothing else uses the disk: \
        bringup preflight --only 'volume:/var/lib/data:write-rate'.
        """)
    let none = try verdict(.notMeasured(Evidence(source: "write", text: "too little space")))
    #expect(none.gist == "unknown not measured: too little space")
    #expect(try verdict(nil).gist == "unknown not measured")
  }
}
