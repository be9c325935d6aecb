import Testing

@testable import Core

@Suite struct RequirementRulesTests {
  private static func manifest(_ requirement: String) -> String { GravityManifestInvalid.manifest(requirement) }

  private static func ports(_ ranges: String) -> String {
    manifest("network: {ports: [{protocol: tcp, ranges: \(ranges)}]}")
  }

  private static func bringup(_ requirement: String) -> String {
    "#!/usr/bin/bringup apply\napiVersion: bringup/v1\npreflight:\n  requirements:\n    \(requirement)\n"
  }

  @Test(
    "what a manifest cannot ask is found",
    arguments: ["cpu: {min: ⟦many}⟧", "ram: {⟦minimum: 8GB}⟧", "cpu: {min: 8, max: ⟦4}⟧"])
  func invalid(requirement: String) {
    expect(GravityManifestInvalid.self, in: Self.manifest(requirement))
  }

  @Test(
    "what has a rule of its own, and what is right, is not",
    arguments: ["network: {ports: [{ranges: [\"9-1\"]}]}", "cpu: {min: 4}"])
  func valid(requirement: String) {
    expect(GravityManifestInvalid.self, in: Self.manifest(requirement))
  }

  @Test("a range that runs backwards is found and turned round")
  func reversed() {
    expect(
      PortRangeReversed.self, in: Self.ports("[\"80, ⟦90-80⟧\", '⟦2 - 1⟧', 3-3]"),
      fixed: Self.ports("[\"80, 80-90\", '1-2', 3-3]"))
    expect(
      PortRangeReversed.self, in: Self.bringup("network: {ports: [{ranges: [\"⟦9-8⟧\"]}]}"),
      fixed: Self.bringup("network: {ports: [{ranges: [\"8-9\"]}]}"))
    expect(PortRangeReversed.self, in: Self.ports("[\"80-90\", \"9-10\", \"-5\", \"a-b\", \"1-2-1\", 80]"))
  }

  @Test("several ranges in one text are found and taken apart")
  func halfRead() {
    expect(
      PortListHalfRead.self, in: Self.ports("[⟦\"80, 90-91\"⟧, \"1\"]"), fixed: Self.ports("[\"80\", \"90-91\", \"1\"]")
    )
    let block = { (items: String) in Self.manifest("network:\n          ports:\n            - ranges:\n\(items)") }
    expect(
      PortListHalfRead.self, in: block("                - ⟦\"80, 81\"⟧"),
      fixed: block("                - \"80\"\n                - \"81\""))
    expect(PortListHalfRead.self, in: Self.ports("[⟦\"80, x\"⟧]"))
    expect(PortListHalfRead.self, in: Self.ports("[\"80\", \"90-91\"]"))
    expect(PortListHalfRead.self, in: Self.bringup("network: {ports: [{ranges: [\"80, 90-91\"]}]}"))
  }

  @Test("a system without versions is found")
  func versionsMissing() {
    expect(
      OsVersionsMissing.self,
      in: Self.manifest("os: [{name: ⟦ubuntu⟧}, {name: ⟦rhel⟧, versions: []}, {name: a, versions: [\"7\"]}]"))
    expect(OsVersionsMissing.self, in: Self.bringup("os: [{name: ubuntu}]"))
  }

  @Test("a version that others begin with is found")
  func versionTooWide() {
    expect(
      OsVersionTooWide.self,
      in: Self.manifest("os: [{name: a, versions: [⟦\"7.1\"⟧, ⟦\"1\"⟧, \"7\", \"7.10\", \"7.2\", \"21\"]}]"))
    expect(OsVersionTooWide.self, in: Self.bringup("os: [{name: a, versions: [\"7.1\"]}]"))
  }

  @Test("a pattern that nothing matches is found")
  func unmatchable() {
    expect(
      PatternUnmatchable.self,
      in: Self.manifest("os: [{name: ⟦Red Hat⟧, versions: [\"8\"]}, {name: \".*suse.*\", versions: [\"15\"]}]"))
    expect(
      PatternUnmatchable.self,
      in: Self.manifest("devices: [{path: ⟦\"/dev/nvidia[9-0]*\"⟧}, {path: \"/dev/nvidia[0-9]\"}]"))
    expect(PatternUnmatchable.self, in: Self.bringup("devices: [{path: ⟦\"/dev/a[z-a]\"⟧}, {path: \"/dev/[9-0a]\"}]"))
  }

  @Test("what Gravity does not look at on the node is told")
  func unchecked() {
    expect(MaximumUnchecked.self, in: Self.manifest("cpu: {min: 1, ⟦max⟧: 2}"))
    expect(MaximumUnchecked.self, in: Self.manifest("ram: {min: 1GB}"))
    expect(MaximumUnchecked.self, in: Self.bringup("cpu: {min: 1, max: 2}"))
    expect(VolumePathPattern.self, in: Self.manifest("volumes: [{path: ⟦/data/a-*⟧}, {path: /data/b}]"))
    expect(VolumePathPattern.self, in: Self.manifest("devices: [{path: /dev/a*}]"))
    expect(VolumePathPattern.self, in: Self.bringup("volumes: [{path: /data/a-*}]"))
  }

  @Test("a size that no machine quite has is told")
  func wholeSize() {
    expect(RamWholeSize.self, in: Self.manifest("ram: {min: ⟦8GiB⟧}"))
    expect(RamWholeSize.self, in: Self.bringup("ram: {min: ⟦\"16 gib\"⟧}"))
    expect(RamWholeSize.self, in: Self.manifest("ram: {min: 8GB}"))
    expect(RamWholeSize.self, in: Self.manifest("ram: {min: 7900MiB}"))
  }
}
