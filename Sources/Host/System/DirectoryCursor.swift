internal import Core

/// The directories opened last, kept open: files of one plan mostly share a few.
struct DirectoryCursor: ~Copyable {
  private var directories: [OpenDirectory] = []
  /// Which directory gives way to the next one once there are ``limit``.
  private var oldest = 0
  /// For a directory that was not there, the directories to make for it.
  private var missing: [[UInt8]: MissingDirectories] = [:]

  /// Far fewer than the 1,024 descriptors that a process may have by default.
  private static let limit = 32

  init() {}

  /// The descriptor of the directory `path` of `root`, valid until the next call.
  mutating func open(_ path: String, in root: borrowing Root) throws(Errno) -> Int32 {
    try directory(path, in: root).descriptor.number
  }

  /// The descriptor of the directory `path` that is the `wanted` one, whoever puts another one or a link in its place
  /// meanwhile: the path is walked again a few times, and fails with ESTALE where it leads elsewhere each time.
  mutating func open(_ path: String, being wanted: DirectoryIdentity?, in root: borrowing Root) throws(Errno) -> Int32 {
    guard let wanted else { return try open(path, in: root) }
    var failure = Errno.stale
    for _ in 0..<DirectoryCursor.walks {
      do throws(Errno) {
        let found = try directory(path, in: root)
        if DirectoryIdentity(found.status) == wanted { return found.descriptor.number }
        failure = .stale
      } catch {
        failure = error
      }
      directories = []
      oldest = 0
    }
    throw failure
  }

  /// How often a path is walked that leads to another directory than before: enough to meet the right one of two that take
  /// turns.
  static let walks = 50

  /// What stat(2) told of the directory `path` when it was opened.
  mutating func status(of path: String, in root: borrowing Root) throws(Errno) -> FileStatus {
    try directory(path, in: root).status
  }

  /// The directory `path`, kept open by whoever holds the result.
  mutating func hold(_ path: String, in root: borrowing Root) throws(Errno) -> OpenDirectory {
    try directory(path, in: root)
  }

  private mutating func directory(_ path: String, in root: borrowing Root) throws(Errno) -> OpenDirectory {
    if let known = directories.first(where: { $0.path.hasBytes(of: path) }) { return known }
    let opened = try OpenDirectory(path, descriptor: root.openDirectory(path))
    if directories.count < DirectoryCursor.limit {
      directories.append(opened)
    } else {
      directories[oldest] = opened
      oldest = (oldest + 1) % DirectoryCursor.limit
    }
    return opened
  }

  /// The directories to make before `path` is one, if it was found missing before: for those who only look, since what
  /// somebody makes meanwhile is not seen.
  func missing(for path: String) -> MissingDirectories? { missing.isEmpty ? nil : missing[Array(path.utf8)] }

  mutating func remember(_ directories: MissingDirectories, missingFor path: String) {
    missing[Array(path.utf8)] = directories
  }

  /// Forgets the directories, so that the next call walks the path again.
  mutating func reset() {
    self = DirectoryCursor()
  }
}

/// Which directory it is, whatever path leads there.
struct DirectoryIdentity: Equatable, Sendable {
  let device: UInt64
  let inode: UInt64

  init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }

  init(_ status: FileStatus) {
    self.init(device: status.device, inode: status.inode)
  }
}

/// A class, since an array cannot hold what owns a descriptor.
final class OpenDirectory {
  let path: String
  let descriptor: FileDescriptor
  let status: FileStatus

  init(_ path: String, descriptor: consuming FileDescriptor) throws(Errno) {
    self.path = path
    status = try descriptor.status()
    self.descriptor = descriptor
  }
}
