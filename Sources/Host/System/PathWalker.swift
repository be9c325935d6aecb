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

  /// openat2(2) with `RESOLVE_IN_ROOT`.
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
    case .wrapping: UInt64(clinux_resolve_in_root | clinux_resolve_no_magiclinks)
    case .refusing: UInt64(clinux_resolve_beneath | clinux_resolve_no_magiclinks)
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
        if error != .wouldBlock && error != .interrupted { throw error }
      }
      throw .wouldBlock
    case .stepwise:
      return try StepwiseWalk(root: root, boundary: boundary).open(path, flags, mode: mode)
    }
  }
}

/// A path walk in user space that treats `root` as `/`.
///
/// `/a/../../b` with `a -> /x` opens `x` below the root, then its parent, and so on: each directory on the way is held
/// open, `..` goes back to the one before, and a link's text is put in front of what is left of the path.
private struct StepwiseWalk {
  let root: Int32
  let boundary: PathWalker.Boundary

  /// As many links as the kernel follows (path_resolution(7)).
  private static let linkLimit = 40

  func open(_ path: String, _ flags: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try checkBeginning(of: path)
    var trail: [Int32] = []
    defer { for number in trail { close(number) } }
    var pending = components(path)
    var links = 0
    while let component = pending.popLast() {
      if component == "." { continue }
      if component == ".." {
        if let last = trail.popLast() { close(last) } else if boundary == .refusing { throw .crossDevice }
        continue
      }
      let directory = trail.last ?? root
      if let target = linkTarget(component, in: directory), !(pending.isEmpty && flags & O_NOFOLLOW != 0) {
        links += 1
        if links > StepwiseWalk.linkLimit { throw .tooManyLinks }
        try checkBeginning(of: target)
        if target.utf8.first == UInt8(ascii: "/") {
          for number in trail { close(number) }
          trail = []
        }
        pending += components(target)
        continue
      }
      if pending.isEmpty {
        return try SystemCall.run { clinux_openat(directory, component, flags | O_NOFOLLOW, mode) }
      }
      trail.append(
        try SystemCall.run { clinux_openat(directory, component, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0) })
    }
    let directory = trail.last ?? root
    return try SystemCall.run { clinux_openat(directory, ".", flags, mode) }
  }

  private func checkBeginning(of path: String) throws(Errno) {
    if boundary == .refusing, path.utf8.first == UInt8(ascii: "/") { throw .crossDevice }
  }

  /// The components of `path`, last first.
  private func components(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).reversed().map { String(Substring($0)) }
  }

  /// The text of the link `name`; nil where it is no link. A link of /proc has no text that leads where it does, and
  /// following its text stays inside the root like any other.
  private func linkTarget(_ name: String, in directory: Int32) -> String? {
    let buffer = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let length = buffer.withMemoryRebound(to: CChar.self) {
        readlinkat(directory, name, $0.baseAddress!, Int(PATH_MAX) - 1)
      }
      count = max(0, length)
    }
    return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
  }
}
