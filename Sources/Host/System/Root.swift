internal import CLinux
package import Core
internal import Glibc

/// The root directory being worked on: the node's own, or that of an image being built (`--root DIR`).
///
/// Every path from input goes through here and cannot leave it: absolute symbolic links and `..` count from the root
/// (openat2(2), `RESOLVE_IN_ROOT`), a magic link of /proc leads no further than its text. Where a path holds links, or the kernel
/// has no openat2 (before 5.6, or hidden by a container's seccomp filter), the same walk is done here, component by component.
package struct Root: ~Copyable {
  package enum Kind: Hashable, Sendable {
    /// The root of the running system.
    case node
    /// Another tree: no manager to reload, no commands to run.
    case image
  }

  package let kind: Kind
  /// As the user named it, for messages.
  package let name: String
  /// What all that is made here is dated; nil leaves files the time at which they are made.
  package let sourceDate: SourceDate?
  /// Whose symbolic links may lead anywhere in it.
  let trust: LinkTrust
  private let directory: FileDescriptor
  private let walker: PathWalker

  /// Opens the root. `name` is a path of the caller's own root; `/` is the node.
  package init(_ name: String, sourceDate: SourceDate? = nil) throws(HostError) {
    self.name = name
    self.sourceDate = sourceDate
    do throws(Errno) {
      let number = try SystemCall.run { clinux_openat(AT_FDCWD, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
      let directory = FileDescriptor(owning: number)
      let isNode = try Root.isRunningRoot(directory)
      trust = try LinkTrust(root: number)
      kind = isNode ? .node : .image
      walker = PathWalker.suited(to: number)
      self.directory = directory
    } catch {
      throw HostError("open root", name, error)
    }
  }

  /// Whether `directory` is this process's own `/`.
  private static func isRunningRoot(_ directory: borrowing FileDescriptor) throws(Errno) -> Bool {
    var raw = stat()
    try SystemCall.run { stat("/", &raw) }
    let running = FileStatus(raw)
    let status = try directory.status()
    return status.device == running.device && status.inode == running.inode
  }

  /// Opens `path` in the root, following symbolic links unless `flags` has O_NOFOLLOW.
  package borrowing func open(
    _ path: String, _ flags: Int32, mode: UInt32 = 0
  ) throws(Errno) -> FileDescriptor {
    let number = try walker.open(path, flags | O_CLOEXEC, mode: mode, in: directory.number)
    return FileDescriptor(owning: number)
  }

  /// Opens the regular file `path` for reading. Anything else is EINVAL and not opened: a pipe may have no end, and on a device
  /// opening alone can have effects.
  borrowing func openFile(_ path: String) throws(Errno) -> FileDescriptor {
    guard try open(path, O_PATH).status().kind == .regular else { throw .invalid }
    return try open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
  }

  package borrowing func openDirectory(_ path: String) throws(Errno) -> FileDescriptor {
    try open(path, O_RDONLY | O_DIRECTORY)
  }

  /// The whole of a regular file, or EFBIG beyond `limit` bytes; anything but a regular file is EINVAL.
  package borrowing func read(_ path: AbsolutePath, limit: Int) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      return try openFile(path.text).readToEnd(limit: limit)
    } catch {
      throw HostError("read", path.text, error)
    }
  }

  /// What `path` names, links followed; nil where there is nothing.
  package borrowing func status(_ path: AbsolutePath) throws(HostError) -> FileStatus? {
    do throws(Errno) {
      return try open(path.text, O_PATH).status()
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("stat", path.text, error)
    }
  }
}
