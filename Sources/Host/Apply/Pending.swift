internal import CLinux
internal import Core
internal import Glibc

/// What a run may leave behind if it is stopped: written before the first of it exists, removed when none is left.
///
/// A temporary file is named `.bringup.TOKEN.N`, with a token that no one can guess beforehand; the next run removes every
/// such name from the directories listed, and the directories it made, as far as they are empty.
struct Pending: Equatable, Sendable {
  static let fileName = "pending.json"

  /// 32 hexadecimal digits.
  let token: String
  /// Directories that temporary files are made in.
  let directories: [String]
  /// Directories that are made, outermost first.
  let made: [String]

  func temporaryName(_ index: Int) -> String { "\(prefix)\(index)" }

  private var prefix: String { ".bringup.\(token)." }

  /// Of the journal of a run whose leftovers could not be cleared: each later run tries.
  var setAsideName: String { "left.\(token).json" }

  static func isSetAside(_ name: String) -> Bool { name.hasPrefix("left.") && name.hasSuffix(".json") }

  var json: JSON {
    [
      "token": .string(token), "directories": .array(directories.map(JSON.string)),
      "made": .array(made.map(JSON.string)),
    ]
  }

  init(token: String, directories: [String], made: [String]) {
    self.token = token
    self.directories = directories
    self.made = made
  }

  /// Nil where `json` is not what ``json`` makes.
  init?(_ json: JSON) {
    guard let token = json["token"]?.string, let directories = json["directories"]?.array,
      let made = json["made"]?.array
    else { return nil }
    self.token = token
    self.directories = directories.compactMap(\.string)
    self.made = made.compactMap(\.string)
  }

  /// The journal of a run that was stopped; nil where none was.
  static func read(
    from directory: borrowing StateDirectory, name: String = fileName
  ) throws(HostError) -> Pending? {
    guard let bytes = try directory.read(name) else { return nil }
    guard let pending = Pending(try directory.parse(bytes, name: name)) else {
      throw StateDirectory.damage(name, "not a journal of this program")
    }
    return pending
  }

  /// Removes what the run left, as far as that can be done: returns what was in the way, none where all is gone.
  func sweep(in root: borrowing Root) -> [HostError] {
    var obstacles: [HostError] = []
    for path in directories {
      do throws(Errno) {
        try sweep(path, in: root)
      } catch {
        // A directory that is gone took the files along.
        if error == .noEntry || error == .notADirectory { continue }
        obstacles.append(HostError("clear what an earlier run left (\(prefix)*) in", path, error))
      }
    }
    do throws(HostError) {
      try removeMadeDirectories(in: root)
      try synchronize(in: root)
    } catch {
      obstacles.append(error)
    }
    return obstacles
  }

  /// Makes durable that names are gone, before the journal that lists them goes: it may lie on another file system.
  func synchronize(in root: borrowing Root) throws(HostError) {
    var seen: Set<[UInt8]> = []
    for path in directories + made.map({ AbsolutePath.split($0).directory })
    where seen.insert(Array(path.utf8)).inserted {
      do throws(HostError) {
        try FileSystemSync.synchronizeDirectory(path, in: root)
      } catch {
        // A directory that is gone itself took the names along.
        guard error.errno == .noEntry || error.errno == .notADirectory else { throw error }
      }
    }
  }

  private func sweep(_ path: String, in root: borrowing Root) throws(Errno) {
    let prefix = Array(self.prefix.utf8)
    let names = try DirectoryListing.names(of: try root.openDirectory(path)).filter { $0.starts(with: prefix) }
    if names.isEmpty { return }
    let directory = try root.openDirectory(path)
    let number = directory.number
    for name in names {
      let text = String(decoding: name, as: UTF8.self)
      try SystemCall.run { unlinkat(number, text, 0) }
    }
  }

  /// Removes the directories that the run made, as far as they are empty. On a file system that is read-only by now there is
  /// at most an empty one, which harms nobody.
  func removeMadeDirectories(in root: borrowing Root) throws(HostError) {
    for path in made.reversed() {
      let (parent, name) = AbsolutePath.split(path)
      do throws(Errno) {
        let directory = try root.openDirectory(parent)
        let number = directory.number
        try SystemCall.run { unlinkat(number, name, AT_REMOVEDIR) }
      } catch {
        guard [.noEntry, .notEmpty, .notADirectory, .readOnly, .busy].contains(error) else {
          throw HostError("remove directory", path, error)
        }
      }
    }
  }
}
