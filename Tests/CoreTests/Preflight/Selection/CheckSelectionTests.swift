import Testing

@testable import Core

struct CheckSelectionTests {
  static func selection(only: [String] = [], skip: [String] = []) throws -> CheckSelection {
    CheckSelection(only: try only.map { try CheckPattern($0) }, skip: try skip.map { try CheckPattern($0) })
  }

  static func volume(_ path: String) throws -> Requirement {
    .volume(try VolumeSample(path: path, capacity: "1GB", rate: "50MB/s", uid: 1, mode: 0o700).requirement())
  }

  static let processors = Requirement.processors(
    ProcessorRequirement(minimum: Sample.stated(2), maximum: Sample.stated(8)))

  @Test("without patterns everything is asked for")
  func all() throws {
    let narrowed = Self.processors.narrowed(by: .all)
    #expect(narrowed.requirement?.checks.map(\.id.text) == ["cpu.min", "cpu.max"])
    #expect(narrowed.skipped.isEmpty)
  }

  @Test(
    "what remains of a requirement, and what is skipped",
    arguments: [
      ([], ["cpu.max"], ["cpu.min"], ["cpu.max: skipped --skip cpu.max"]),
      (["cpu.max"], [], ["cpu.max"], ["cpu.min: skipped not named by --only"]),
      (["cpu"], ["*.min"], ["cpu.max"], ["cpu.min: skipped --skip *.min"]),
      (["ram"], [], [], ["cpu.min: skipped not named by --only", "cpu.max: skipped not named by --only"]),
    ] as [([String], [String], [String], [String])])
  func narrowed(only: [String], skip: [String], kept: [String], skipped: [String]) throws {
    let narrowed = Self.processors.narrowed(by: try Self.selection(only: only, skip: skip))
    #expect(narrowed.requirement?.checks.map(\.id.text) ?? [] == kept)
    #expect(narrowed.skipped.gists == skipped)
    #expect(narrowed.skipped.first?.wanted.hasSuffix("CPUs") == true)
  }

  @Test("a skipped write rate is not measured, and whether the volume exists is read with all else of it")
  func volume() throws {
    let volume = try Self.volume("/data")
    let noRate = volume.narrowed(by: try Self.selection(skip: ["*:write-rate", "volume:/data:owner"]))
    #expect(noRate.requirement?.checks.map(\.id.text) == ["exists", "capacity", "mode"].map { "volume:/data:\($0)" })
    #expect(
      noRate.skipped.gists == ["write-rate: skipped --skip *:write-rate", "owner: skipped --skip volume:/data:owner"])
    let capacity = volume.narrowed(by: try Self.selection(only: ["volume:/data:capacity"]))
    #expect(capacity.requirement?.checks.map(\.id.text) == ["exists", "capacity"].map { "volume:/data:\($0)" })
    guard case .volume(let rest) = capacity.requirement else {
      Issue.record("a volume stays one")
      return
    }
    let verdicts = capacity.verdicts(rest.judge([try VolumeNode.reading(at: "/data")]))
    #expect(
      verdicts.gists == [
        "exists: skipped not named by --only", "capacity: pass 550GB available of 1TB",
        "write-rate: skipped not named by --only", "owner: skipped not named by --only",
        "mode: skipped not named by --only",
      ])
    let none = volume.narrowed(by: try Self.selection(skip: ["volume"]))
    #expect(none.requirement == nil)
    #expect(none.skipped.count == 5)
  }

  @Test(
    "matches of a volume's pattern are chosen by their own names or the pattern's",
    arguments: [
      (["volume:/mnt/disk-a"], [], ["pass", "skipped"]), (["volume:/mnt/disk-?"], [], ["pass", "pass"]),
      ([], ["volume:/mnt/disk-b:exists"], ["pass", "skipped"]), (["*:exists"], [], ["pass", "pass"]),
      ([], ["volume:/mnt/disk-?:exists"], ["skipped", "skipped"]),
    ] as [([String], [String], [String])])
  func matches(only: [String], skip: [String], outcomes: [String]) throws {
    let requirement = try VolumeSample(path: "/mnt/disk-?", capacity: "1GB").requirement()
    let narrowed = Requirement.volume(requirement).narrowed(by: try Self.selection(only: only, skip: skip))
    guard case .volume(let rest) = narrowed.requirement else {
      Issue.record("something is left to judge")
      return
    }
    let judged = rest.judge([
      try VolumeNode.reading(at: "/mnt/disk-a"), try VolumeNode.reading(at: "/mnt/disk-b"),
    ])
    let existence = narrowed.verdicts(judged).filter {
      $0.id.text.hasSuffix("-a:exists") || $0.id.text.hasSuffix("-b:exists")
    }
    #expect(existence.map(\.outcome.rawValue) == outcomes)
  }

  @Test(
    "what is asked of a single match",
    arguments: [
      ([], ["volume:/mnt/disk-a"], [false, true]), ([], ["volume:/mnt/disk-b:write-rate"], [true, false]),
      ([], ["*:write-rate"], [false, false]), (["volume:/mnt/disk-?:write-rate"], [], [true, true]),
      (["volume:/mnt/disk-a:capacity"], [], [false, false]), (["volume:/mnt/disk-b"], [], [false, true]),
    ] as [([String], [String], [Bool])])
  func match(only: [String], skip: [String], included: [Bool]) throws {
    let requirement = try VolumeSample(path: "/mnt/disk-?", rate: "1MB/s").requirement()
    let selection = try Self.selection(only: only, skip: skip)
    let readings = try ["/mnt/disk-a", "/mnt/disk-b"].map { try VolumeNode.reading(at: $0) }
    #expect(readings.map { selection.includes(.writeRate, of: requirement, at: $0) } == included)
  }

  @Test("a match elsewhere leaves nothing to be read")
  func otherMatch() throws {
    let narrowed = try Self.volume("/mnt/disk-?").narrowed(by: try Self.selection(only: ["volume:/srv/disk-a"]))
    #expect(narrowed.requirement == nil)
  }

  @Test("ranges of ports are left out one by one")
  func ports() throws {
    let ports = Requirement.ports(
      PortRequirement(transport: .tcp, ranges: [80...80, 443...443].map { Sample.stated(PortRange($0)) }))
    let narrowed = ports.narrowed(by: try Self.selection(skip: ["port:tcp/80"]))
    #expect(narrowed.requirement?.checks.map(\.id.text) == ["port:tcp/443"])
    #expect(narrowed.skipped.map(\.id.text) == ["port:tcp/80"])
  }

  @Test("a direction of one peer keeps the network rate, and the others are skipped when it is known")
  func networkRate() throws {
    let rate = NetworkRateRequirement(minimum: Sample.stated(try Sample.rate("1MB/s")))
    let selection = try Self.selection(only: ["network.rate:db:send"])
    let narrowed = Requirement.networkRate(rate).narrowed(by: selection)
    #expect(narrowed.requirement != nil)
    let fast = RateReading.measured([try Sample.rate("2MB/s")], Sample.denied)
    let verdicts = narrowed.verdicts(rate.judge([PeerRateReading(peer: "db", send: fast, receive: fast)]))
    #expect(verdicts.map(\.outcome) == [.pass, .skipped])
    #expect(selection.includes(CheckID("network.rate:db:send")))
    #expect(!selection.includes(CheckID("network.rate:db:receive")))
    #expect(try Requirement.networkRate(rate).narrowed(by: Self.selection(only: ["os"])).requirement == nil)
  }

  @Test("a pattern that names no check is told")
  func unused() throws {
    let requirements = [Self.processors, try Self.volume("/mnt/disk-?")]
    let selection = try Self.selection(
      only: ["cpu", "cpuu", "volume:/mnt/disk-a:*", "volume:/srv*", "peer:db:tcp/80"],
      skip: ["ram.max", "*:mode", "script:*"])
    #expect(
      selection.unused(among: requirements, others: [CheckID("peer:db:tcp/80")]).map(\.text) == [
        "cpuu", "volume:/srv*", "ram.max",
      ])
  }

  @Test("to skip a kind of which there is no check is no mistake, and to ask for one alone is")
  func unusedKind() throws {
    #expect(try Self.selection(skip: ["port", "prot"]).unused(among: [Self.processors]).map(\.text) == ["prot"])
    #expect(try Self.selection(only: ["port"]).unused(among: [Self.processors]).map(\.text) == ["port"])
  }

  @Test("every check is of a kind that is known")
  func kinds() throws {
    let manifest = """
      apiVersion: bringup/v1
      preflight:
        requirements:
          cpu: {min: 1, max: 2}
          ram: {min: 1GB, max: 2GB}
          os: [{name: debian}]
          volumes: [{path: /data, capacity: 1GB}]
          devices: [{path: /dev/null}]
          network: {minTransferRate: 1MB/s, ports: [{protocol: tcp, ranges: ["80"]}]}
          customChecks: [{script: "true"}]
      """
    let source = SourceBytes(name: "a", fileName: PartName("a"), bytes: Array(manifest.utf8))
    let requirements = try PreflightManifest.decode(source).choose(profile: nil).requirements
    let types = InstanceTypeRequirement(origin: Origin(source: "a"), types: ["c5.large"])
    let checks = (requirements + [.instanceType(types)]).flatMap(\.checks).map(\.id)
    #expect(Set(checks.map(\.kind)).union(["peer"]) == CheckID.kinds)
  }
}
