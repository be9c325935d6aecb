import Testing

@testable import Core

@Suite("The steps of a fix")
struct FixStepTests {
  static func origin(_ line: Int) -> Origin {
    Origin(source: "app.yaml", position: Position(line: line, column: 1))
  }

  static func requirement(
    missing: VolumeRequirement.Missing = .create, uid: UInt32? = nil, gid: UInt32? = nil, mode: UInt32? = nil
  ) throws -> VolumeRequirement {
    VolumeRequirement(
      origin: origin(1), name: nil, path: Stated(try PathPattern("/srv/a/b"), at: origin(1)), targetPath: nil,
      missing: missing, capacity: nil, fileSystems: nil, minTransferRate: nil,
      uid: uid.map { Stated($0, at: origin(2)) },
      gid: gid.map { Stated($0, at: origin(3)) }, mode: mode.map { Stated(FileMode($0), at: origin(4)) })
  }

  static func steps(
    _ requirement: VolumeRequirement, _ presence: VolumeReading.Presence?, _ selection: CheckSelection = .all
  ) throws -> [String] {
    let evidence = Evidence(source: "stat", text: "")
    let known = presence.map { Reading.known($0, evidence) }
    let reading = VolumeReading(
      path: try AbsolutePath("/srv/a/b"), presence: known ?? .unreadable(evidence), fileSystem: .unreadable(evidence),
      space: .unreadable(evidence), writeRate: nil)
    return requirement.fixes(for: reading, selection: selection).map {
      "\($0.origin.position?.line ?? 0) \($0.path): \($0.description)"
    }
  }

  static func directory(_ uid: UInt32, _ gid: UInt32, _ mode: UInt32) -> VolumeReading.Presence {
    .directory(OwnershipReading(uid: uid, gid: gid, mode: FileMode(mode)))
  }

  @Test("make what is missing, parents first")
  func creation() throws {
    let root = try AbsolutePath("/")
    #expect(
      try Self.steps(Self.requirement(uid: 9, mode: 0o2700), .missing(parent: root)) == [
        "1 /srv: create the directory", "1 /srv/a: create the directory",
        "1 /srv/a/b: create the directory with uid 9, mode 02700",
      ])
    #expect(
      try Self.steps(Self.requirement(), .missing(parent: AbsolutePath("/srv/a"))) == [
        "1 /srv/a/b: create the directory"
      ])
  }

  @Test(
    "set what differs, and only what is asked",
    arguments: [
      (nil, nil, nil, []),
      (0, 0, 0o755, []),
      (9, nil, nil, ["2 /srv/a/b: set the owner to uid 9"]),
      (0, 8, nil, ["3 /srv/a/b: set the owner to gid 8"]),
      (9, 8, 0o755, ["2 /srv/a/b: set the owner to uid 9, gid 8"]),
      (nil, nil, 0o1777, ["4 /srv/a/b: set the mode to 01777"]),
      (9, nil, 0o700, ["2 /srv/a/b: set the owner to uid 9", "4 /srv/a/b: set the mode to 0700"]),
    ] as [(UInt32?, UInt32?, UInt32?, [String])])
  func correction(uid: UInt32?, gid: UInt32?, mode: UInt32?, steps: [String]) throws {
    let requirement = try Self.requirement(uid: uid, gid: gid, mode: mode)
    #expect(try Self.steps(requirement, Self.directory(0, 0, 0o755)) == steps)
  }

  @Test("make nothing that the manifest does not let be made", arguments: [VolumeRequirement.Missing.fail, .skip])
  func forbidden(missing: VolumeRequirement.Missing) throws {
    let requirement = try Self.requirement(missing: missing, uid: 9, mode: 0o700)
    #expect(try Self.steps(requirement, .missing(parent: AbsolutePath("/srv"))) == [])
    // What is there is set right all the same.
    #expect(try Self.steps(requirement, Self.directory(9, 0, 0o755)) == ["4 /srv/a/b: set the mode to 0700"])
  }

  @Test(
    "are made only for checks that are asked for",
    arguments: [
      (["volume:/srv/a/b:exists"], nil, ["1 /srv/a/b: create the directory with uid 9, mode 0700"]),
      (["volume:/srv/a/b:mode"], 0o755, ["4 /srv/a/b: set the mode to 0700"]),
      (["volume:/srv/a/b:mode"], nil, []),
      (["volume:/srv/a/b"], 0o755, ["2 /srv/a/b: set the owner to uid 9", "4 /srv/a/b: set the mode to 0700"]),
    ] as [([String], UInt32?, [String])])
  func selected(only: [String], mode: UInt32?, steps: [String]) throws {
    let selection = CheckSelection(only: try only.map { try CheckPattern($0) })
    let presence = try mode.map { Self.directory(0, 0, $0) } ?? .missing(parent: AbsolutePath("/srv/a"))
    #expect(try Self.steps(Self.requirement(uid: 9, mode: 0o700), presence, selection) == steps)
  }

  @Test("touch nothing that is no directory, or is not known")
  func other() throws {
    let requirement = try Self.requirement(uid: 9, mode: 0o700)
    #expect(try Self.steps(requirement, .other("a socket")) == [])
    #expect(try Self.steps(requirement, .blocked(by: AbsolutePath("/srv"))) == [])
    #expect(try Self.steps(requirement, .brokenLink(AbsolutePath("/srv/a/b"))) == [])
    #expect(try Self.steps(requirement, nil) == [])
  }
}
