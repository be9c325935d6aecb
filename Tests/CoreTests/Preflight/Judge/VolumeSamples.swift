import Core
import Testing

/// A volume as a manifest states it and as a node has it, each with what a table's row changes.
struct VolumeSample: Sendable {
  var path = "/var/lib/data"
  var target: String?
  var missing = VolumeRequirement.Missing.create
  var capacity: String?
  var fileSystems: [String]?
  var rate: String?
  var uid: UInt32?
  var gid: UInt32?
  var mode: UInt32?

  func requirement() throws -> VolumeRequirement {
    VolumeRequirement(
      origin: Sample.origin, name: nil, path: Sample.stated(try PathPattern(path)), targetPath: target,
      missing: missing, capacity: try capacity.map { Sample.stated(try Sample.size($0)) },
      fileSystems: fileSystems.map(Sample.stated), minTransferRate: try rate.map { Sample.stated(try Sample.rate($0)) },
      uid: uid.map(Sample.stated), gid: gid.map(Sample.stated), mode: mode.map { Sample.stated(FileMode($0)) })
  }
}

enum VolumeNode {
  static let rootDirectory = VolumeReading.Presence.directory(OwnershipReading(uid: 0, gid: 0, mode: FileMode(0o755)))

  static func reading(
    _ presence: VolumeReading.Presence? = rootDirectory, at path: String = "/var/lib/data",
    fileSystem: FileSystemReading? = FileSystemReading(type: "ext4", mountPoint: "/var", isReadOnly: false),
    space: (total: String, free: String, available: String)? = ("1TB", "600GB", "550GB"), rate: RateReading? = nil
  ) throws -> VolumeReading {
    let sizes = try space.map {
      SpaceReading(
        total: try Sample.size($0.total), free: try Sample.size($0.free), available: try Sample.size($0.available))
    }
    return VolumeReading(
      path: try Sample.path(path), presence: presence.map { Sample.known($0) } ?? .unreadable(Sample.denied),
      fileSystem: fileSystem.map { Sample.known($0) } ?? .unreadable(Sample.denied),
      space: sizes.map { Sample.known($0) } ?? .unreadable(Sample.denied), writeRate: rate)
  }

  static let readOnly = FileSystemReading(type: "ext4", mountPoint: "/var", isReadOnly: true)
}

extension [Verdict] {
  /// `exists: pass a directory`, one a verdict.
  var gists: [String] {
    map { "\($0.id.text.split(separator: ":").last ?? ""): \($0.gist)" }
  }
}
