internal import CLinux
internal import Glibc

/// Opens paths so that no component can leave a root directory.
enum PathWalker: Sendable {
  /// What becomes of a path that would leave it: an absolute one, or `..` at the top.
  enum Boundary {
    /// It goes on from the directory, as in a chroot.
    case wrapping
    /// It is refused with EXDEV.
    case refusing
  }

  /// openat2(2) with `RESOLVE_IN_ROOT`, as far as there are no symbolic links: whose they are is looked at here.
  case kernel
  /// The same rule walked here, one `openat` a component.
  case stepwise

  /// The kernel's walk where `root` can be opened by it.
  static func suited(to root: Int32) -> PathWalker {
    let probe = clinux_openat2(root, ".", O_PATH | O_CLOEXEC, 0, resolve(.wrapping))
    guard probe >= 0 else { return .stepwise }
    close(probe)
    return .kernel
  }

  private static func resolve(_ boundary: Boundary) -> UInt64 {
    switch boundary {
    case .wrapping: UInt64(clinux_resolve_in_root | clinux_resolve_no_symlinks)
    case .refusing: UInt64(clinux_resolve_beneath | clinux_resolve_no_symlinks)
    }
  }

  func open(
    _ path: String, _ flags: Int32, mode: UInt32, in root: Int32, boundary: Boundary = .wrapping
  ) throws(Errno) -> Int32 {
    switch self {
    case .kernel:
      // EAGAIN: a rename elsewhere raced with a `..` of this walk (openat2(2)); the walk is then simply done again.
      for _ in 0..<64 {
        let number = clinux_openat2(root, path, flags, mode, PathWalker.resolve(boundary))
        if number >= 0 { return number }
        let error = Errno(errno)
        if error == .tooManyLinks { return try walk(path, flags, mode: mode, in: root, boundary: boundary) }
        if error != .wouldBlock && error != .interrupted { throw error }
      }
      throw .wouldBlock
    case .stepwise:
      return try walk(path, flags, mode: mode, in: root, boundary: boundary)
    }
  }

  private func walk(
    _ path: String, _ flags: Int32, mode: UInt32, in root: Int32, boundary: Boundary
  ) throws(Errno) -> Int32 {
    let walk = StepwiseWalk(root: root, boundary: boundary, trust: try LinkTrust(root: root))
    return try walk.open(path, flags, mode: mode)
  }
}
