internal import Core

/// What one run replaced, kept for `rollback`: `/var/lib/bringup/backup/NNNN/`.
///
/// The directory holds `manifest.json` and one file for each that was replaced, by number. It is made under a name ending
/// in `.new` and gets its own name when it is whole and durable, before the first file is replaced.
struct Backup: Sendable {
  static let directory = "backup"
  /// How many runs can be undone, the last first.
  static let generations = 8
  /// Digits of a generation's name at most: no run ever comes so far, but a name can be planted.
  private static let longestName = 12

  let entries: [Entry]
  /// Directories that the run made, outermost first.
  let made: [String]
  /// `state.json` as it was before the run; nil where there was none.
  let state: JSON?
  /// The generations that the same run kept before this one, oldest first: of parts that it could not put back whole.
  let earlier: [String]

  struct Entry: Sendable {
    /// A path for `Root`.
    let path: String
    /// What was there; nil where nothing was. The content lies in the file of the entry's number.
    let before: Attributes?
    /// SHA-256 of what the run put there; nil where it removed the file.
    let written: String?
    let role: Role
  }

  struct Attributes: Sendable {
    let mode: FileMode
    let user: UInt32
    let group: UInt32
  }

  /// What a file is to systemd: a changed unit file needs a reload.
  enum Role: String, Sendable {
    case plain
    case unit
  }

  /// A file to keep: its content is dropped as soon as it is on disk.
  struct Kept: Sendable {
    let entry: Entry
    let content: [UInt8]?
  }

  /// Writes a new generation and returns its name; `earlier` are those of the same run. The caller synchronizes the file system before it calls ``seal``.
  static func write(
    _ kept: [Kept], made: [String], state: JSON?, after earlier: [String], in directory: borrowing StateDirectory
  ) throws(HostError) -> String {
    try directory.makeDirectory(Backup.directory)
    let last = try generationNames(in: directory).compactMap { Int($0) }.max() ?? 0
    let digits = String(last + 1)
    let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    let path = "\(Backup.directory)/\(name).new"
    try directory.removeDirectory(path)
    try directory.makeDirectory(path)
    for (number, item) in kept.enumerated() {
      if let content = item.content { try directory.create("\(path)/\(number)", content) }
    }
    let backup = Backup(entries: kept.map(\.entry), made: made, state: state, earlier: earlier)
    try directory.create("\(path)/manifest.json", backup.json.bytes(.compact))
    return name
  }

  /// Gives the generation its name, durably: the files that it is about may lie on other file systems, where they must not be
  /// replaced before. Drops the oldest beyond ``generations``.
  static func seal(_ name: String, in directory: borrowing StateDirectory) throws(HostError) {
    try directory.rename("\(Backup.directory)/\(name).new", to: "\(Backup.directory)/\(name)")
    try directory.synchronize(Backup.directory)
    for old in try generationNames(in: directory).dropLast(generations) {
      do throws(HostError) {
        try drop(old, in: directory)
      } catch {
        // The next run tries again, and tells.
      }
    }
  }

  /// Forgets a generation: one that was put back, or is too old. It loses its name first, so that none is ever there in
  /// part.
  static func drop(_ name: String, in directory: borrowing StateDirectory) throws(HostError) {
    let path = "\(Backup.directory)/\(name)"
    try directory.removeDirectory("\(path).new")
    try directory.rename(path, to: "\(path).new")
    try directory.removeDirectory("\(path).new")
  }

  /// The generation `name`.
  static func read(_ name: String, from directory: borrowing StateDirectory) throws(HostError) -> Backup {
    let path = "\(Backup.directory)/\(name)/manifest.json"
    guard let bytes = try directory.read(path) else {
      throw HostError("read", "\(StateDirectory.path)/\(path)", .noEntry)
    }
    guard let backup = Backup(try directory.parse(bytes, name: path)) else {
      throw StateDirectory.damage(path, "not a backup of this program")
    }
    return backup
  }

  /// The file that an entry kept; nil where nothing was there.
  static func image(
    of entry: Entry, number: Int, generation: String, in directory: borrowing StateDirectory
  ) throws(HostError) -> FileImage? {
    guard let before = entry.before else { return nil }
    let path = "\(Backup.directory)/\(generation)/\(number)"
    guard let content = try directory.read(path) else {
      throw HostError("read", "\(StateDirectory.path)/\(path)", .noEntry)
    }
    return FileImage(content: content, mode: before.mode, user: before.user, group: before.group)
  }

  /// The names of whole generations, oldest first.
  static func generationNames(in directory: borrowing StateDirectory) throws(HostError) -> [String] {
    try directory.list(Backup.directory).filter(isGenerationName).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
  }

  /// Whether it is a number as ``write(_:made:state:after:in:)`` makes them: any other name could lead elsewhere.
  static func isGenerationName(_ name: String) -> Bool {
    (6...longestName).contains(name.utf8.count) && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Removes what a run left that was stopped before its generation was whole, or while it removed one. Returns what was in
  /// the way: the space that it takes must not keep a node from being set up.
  static func sweep(in directory: borrowing StateDirectory) throws(HostError) -> [HostError] {
    var obstacles: [HostError] = []
    for name in try directory.list(Backup.directory) where name.hasSuffix(".new") {
      do throws(HostError) {
        try directory.removeDirectory("\(Backup.directory)/\(name)")
      } catch {
        obstacles.append(error)
      }
    }
    return obstacles
  }
}
