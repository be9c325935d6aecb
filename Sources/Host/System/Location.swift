internal import CLinux
internal import Core
internal import Glibc

/// Where a path's file really is: the directory that holds it and its name there, symbolic links at its end followed.
///
/// A write goes to the file that a link points at, as opening the path for writing would (and as cloud-init does), if the link
/// may lead there (``LinkTrust``).
struct Location: Sendable {
  /// A path for `Root`, which may still hold links and `..`; the kernel resolves them.
  let directory: String
  let name: String
  /// What is there now; nil where nothing is.
  let existing: FileStatus?
  /// Directories to make first.
  let missing: MissingDirectories
  /// Equal for two paths that lead to one file.
  let identity: Identity

  /// The innermost directory that is there, and the rest of the path below it.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let rest: [UInt8]
  }

  /// The directory that holds it, as it was found; nil where it was not there yet.
  var holder: DirectoryIdentity? {
    missing.isEmpty ? DirectoryIdentity(device: identity.device, inode: identity.inode) : nil
  }

  var path: String { directory == "/" ? "/\(name)" : "\(directory)/\(name)" }

  /// Finds `path`, absolute but not necessarily normal, in `root`. Errors: a directory or anything but a regular file is there; something above it is a file;
  /// a dangling link leads to a directory that is not there.
  static func find(
    _ path: String, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) -> Location {
    for _ in 1..<DirectoryCursor.walks {
      do {
        return try look(path, in: root, cursor: &cursor)
      } catch {
        // What is there changed between two looks.
        guard error.errno == .stale else { throw error }
      }
    }
    return try look(path, in: root, cursor: &cursor)
  }

  private static func look(
    _ path: String, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) -> Location {
    var raw = path
    var strangers: Set<UInt32> = []
    for hop in 0..<linkLimit {
      let (directory, name) = AbsolutePath.split(raw)
      guard name != "", name != ".", name != ".." else { throw HostError("write", path, .isADirectory) }
      if let missing = cursor.missing(for: directory), hop == 0 {
        return try absent(name, in: directory, missing: missing, of: root, cursor: &cursor)
      }
      let holder: Int32
      do {
        holder = try cursor.open(directory, in: root)
      } catch {
        guard error == .noEntry, hop == 0 else { throw HostError("open directory", directory, error) }
        let missing = try MissingDirectories.find(of: directory, in: root)
        cursor.remember(missing, missingFor: directory)
        return try absent(name, in: directory, missing: missing, of: root, cursor: &cursor)
      }
      guard let status = try entry(name, of: holder, path: raw) else {
        try check(strangers, path: path, leadTo: try owner(of: directory, in: root, cursor: &cursor))
        return Location(
          directory: directory, name: name, existing: nil, missing: .none(of: directory),
          identity: try identity(name, in: directory, of: root, path: raw, cursor: &cursor))
      }
      switch status.kind {
      case .symbolicLink:
        let link = try link(name, in: holder, path: raw)
        if !root.trust.includes(link.owner) { strangers.insert(link.owner) }
        raw = link.target.utf8.first == UInt8(ascii: "/") ? link.target : "\(directory)/\(link.target)"
      case .regular:
        try check(strangers, path: path, leadTo: status.user)
        return Location(
          directory: directory, name: name, existing: status, missing: .none(of: directory),
          identity: try identity(name, in: directory, of: root, path: raw, cursor: &cursor))
      case .directory:
        throw HostError("write", path, .isADirectory)
      case .characterDevice, .blockDevice, .fifo, .socket, .unknown:
        throw HostError("write", path, said: "there is \(status.kind.article), not a regular file")
      }
    }
    throw HostError("write", path, .tooManyLinks)
  }

  /// As many links as the kernel follows (path_resolution(7)).
  private static let linkLimit = 40

  static func entry(_ name: String, of directory: Int32, path: String) throws(HostError) -> FileStatus? {
    var raw = stat()
    do {
      try SystemCall.run { fstatat(directory, name, &raw, AT_SYMLINK_NOFOLLOW) }
    } catch {
      if error == .noEntry { return nil }
      throw HostError("stat", path, error)
    }
    return FileStatus(raw)
  }

  /// The identity of the file `rest` below `directory`, which is there.
  private static func identity(
    _ rest: String, in directory: String, of root: borrowing Root, path: String, cursor: inout DirectoryCursor
  ) throws(HostError) -> Identity {
    do {
      let status = try cursor.status(of: directory, in: root)
      return Identity(device: status.device, inode: status.inode, rest: Array(rest.utf8))
    } catch {
      throw HostError("stat", path, error)
    }
  }

  private static func owner(
    of directory: String, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) -> UInt32 {
    do throws(Errno) {
      return try cursor.status(of: directory, in: root).user
    } catch {
      throw HostError("stat", directory, error)
    }
  }

  /// The links at the end of `path` that are not trusted may lead to what is their owner's.
  private static func check(_ strangers: Set<UInt32>, path: String, leadTo owner: UInt32) throws(HostError) {
    guard let stranger = strangers.first(where: { $0 != owner }) else { return }
    throw HostError(
      "write", path, said: "a symbolic link that belongs to user \(stranger) leads to what belongs to user \(owner)")
  }

  static func link(_ name: String, in directory: Int32, path: String) throws(HostError) -> SymbolicLink {
    do throws(Errno) {
      return try SymbolicLink(name, in: directory)
    } catch {
      throw HostError("read link", path, error)
    }
  }
}

extension Location {
  /// A file whose directory is not there. Two paths that part above the directories to be made, as `/lib/new/x` and
  /// `/usr/lib/new/x` do where `/lib` is a link, are one file all the same.
  private static func absent(
    _ name: String, in directory: String, missing: MissingDirectories, of root: borrowing Root,
    cursor: inout DirectoryCursor
  ) throws(HostError) -> Location {
    let path = "\(directory)/\(name)"
    let anchor = missing.anchor
    let rest = path.utf8.dropFirst(anchor.utf8.count).drop { $0 == UInt8(ascii: "/") }
    return Location(
      directory: directory, name: name, existing: nil, missing: missing,
      identity: try identity(String(decoding: rest, as: UTF8.self), in: anchor, of: root, path: path, cursor: &cursor))
  }
}

extension FileStatus.Kind {
  /// With its article, for sentences: `a FIFO`.
  var article: String {
    switch self {
    case .regular: "a regular file"
    case .directory: "a directory"
    case .symbolicLink: "a symbolic link"
    case .characterDevice: "a character device"
    case .blockDevice: "a block device"
    case .fifo: "a FIFO"
    case .socket: "a socket"
    case .unknown: "something of an unknown kind"
    }
  }
}
