internal import Core

/// The directories that have to be made before a directory is there, outermost first.
///
/// Only the innermost one's path is kept: all of them together would take the square of its length.
struct MissingDirectories: Sequence, Sendable {
  /// The directory that shall be there, absolute.
  private let directory: String
  /// Bytes of `directory` that lead to the innermost one that is there; 0 for the root.
  private let present: Int

  /// None: `directory` is there.
  static func none(of directory: String) -> MissingDirectories {
    MissingDirectories(of: directory, present: directory == "/" ? 0 : directory.utf8.count)
  }

  private init(of directory: String, present: Int) {
    self.directory = directory
    self.present = present
  }

  var isEmpty: Bool { directory.utf8.dropFirst(present).allSatisfy { $0 == UInt8(ascii: "/") } }

  /// The innermost directory that is there.
  var anchor: String { Self.prefix(present, of: directory) }

  func makeIterator() -> AnyIterator<String> {
    let bytes = directory.utf8
    var end = present
    return AnyIterator {
      guard end < bytes.count, directory != "/" else { return nil }
      let name = bytes.index(bytes.startIndex, offsetBy: end + 1)
      let slash = bytes[name...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
      end = bytes.distance(from: bytes.startIndex, to: slash)
      return Self.prefix(end, of: directory)
    }
  }

  private static func prefix(_ count: Int, of path: String) -> String {
    count == 0 ? "/" : String(decoding: path.utf8.prefix(count), as: UTF8.self)
  }

  /// Looks for the innermost directory above `directory` that is there, in as many steps as the depth has binary digits.
  /// Errors: a dangling link has the name of the first that is missing; ESTALE where that is there by now.
  static func find(of directory: String, in root: borrowing Root) throws(HostError) -> MissingDirectories {
    let ends = directory.utf8.enumerated().filter { $0.element == UInt8(ascii: "/") }.map(\.offset)
    // Of `ends`: the innermost known to be there, and the outermost known to be missing, which at first is `directory` itself.
    var there = 0
    var gone = ends.count
    var step = 1
    while gone - there > 1 {
      // From the end, where most are, in strides that grow.
      let probe = Swift.max(gone - step, (there + gone) / 2)
      if try isThere(prefix(ends[probe], of: directory), in: root) {
        there = probe
        step = ends.count
      } else {
        gone = probe
        step *= 2
      }
    }
    let outermost = gone == ends.count ? directory : prefix(ends[gone], of: directory)
    try checkAbsence(of: outermost, in: root)
    return MissingDirectories(of: directory, present: ends[there])
  }

  private static func isThere(_ path: String, in root: borrowing Root) throws(HostError) -> Bool {
    do throws(Errno) {
      _ = try root.openDirectory(path)
      return true
    } catch {
      guard error == .noEntry else { throw HostError("open directory", path, error) }
      return false
    }
  }

  /// A directory that is not there can be made, but not where a link has its name, nor where something has come meanwhile.
  private static func checkAbsence(of path: String, in root: borrowing Root) throws(HostError) {
    let (parent, name) = AbsolutePath.split(path)
    let holder: FileDescriptor
    do throws(Errno) {
      holder = try root.openDirectory(parent)
    } catch {
      throw HostError("open directory", parent, error == .noEntry ? .stale : error)
    }
    guard let status = try Location.entry(name, of: holder.number, path: path) else { return }
    guard status.kind == .symbolicLink else { throw HostError("open directory", path, .stale) }
    let target = try Location.link(name, in: holder.number, path: path).target
    throw HostError("open directory", path, said: "a symbolic link to \(Printable.quote(target)), which is not there")
  }
}
