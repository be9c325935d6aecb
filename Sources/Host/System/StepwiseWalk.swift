internal import CLinux
internal import Glibc

/// A path walk in user space that treats `root` as `/`.
///
/// `/a/../../b` with `a -> /x` opens `x` below the root, then its parent, and so on: each directory on the way is held
/// open, `..` goes back to the one before, and a link's text is put in front of what is left of the path.
struct StepwiseWalk {
  let root: Int32
  let boundary: PathWalker.Boundary
  let trust: LinkTrust

  /// As many links as the kernel follows (path_resolution(7)).
  private static let linkLimit = 40

  /// What is left of the path.
  private enum Step {
    case component(String)
    /// Here ends the text of a link of this user, who has to own what it leads to.
    case end(ofLinkOf: UInt32)
  }

  /// EACCES where a link leads to what is not its owner's (``LinkTrust``).
  func open(_ path: String, _ flags: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try checkBeginning(of: path)
    var trail: [Int32] = []
    defer { for number in trail { close(number) } }
    var pending = steps(path)
    var links = 0
    while let step = pending.popLast() {
      let directory = trail.last ?? root
      guard case .component(let name) = step else {
        try check(step, try status(of: directory))
        continue
      }
      if name == "." { continue }
      if name == ".." {
        if let last = trail.popLast() { close(last) } else if boundary == .refusing { throw .crossDevice }
        continue
      }
      let isLast = pending.allSatisfy { if case .end = $0 { true } else { false } }
      let entry = try look(name, in: directory, isLast: isLast)
      if let link = entry?.link, !(isLast && flags & O_NOFOLLOW != 0) {
        links += 1
        if links > StepwiseWalk.linkLimit { throw .tooManyLinks }
        try checkBeginning(of: link.target)
        if link.target.utf8.first == UInt8(ascii: "/") {
          for number in trail { close(number) }
          trail = []
        }
        if !trust.includes(link.owner) { pending.append(.end(ofLinkOf: link.owner)) }
        pending += steps(link.target)
        continue
      }
      if isLast {
        let status = if let entry { entry.status } else { try status(of: directory) }
        for end in pending { try check(end, status) }
        return try SystemCall.run { clinux_openat(directory, name, flags | O_NOFOLLOW, mode) }
      }
      trail.append(
        try SystemCall.run { clinux_openat(directory, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0) })
    }
    let directory = trail.last ?? root
    return try SystemCall.run { clinux_openat(directory, ".", flags, mode) }
  }

  private func checkBeginning(of path: String) throws(Errno) {
    if boundary == .refusing, path.utf8.first == UInt8(ascii: "/") { throw .crossDevice }
  }

  private func check(_ step: Step, _ status: FileStatus) throws(Errno) {
    if case .end(let owner) = step, status.user != owner { throw .accessDenied }
  }

  /// The components of `path`, last first.
  private func steps(_ path: String) -> [Step] {
    path.utf8.split(separator: UInt8(ascii: "/")).reversed().map { .component(String(Substring($0))) }
  }

  private func status(of directory: Int32) throws(Errno) -> FileStatus {
    var raw = stat()
    try SystemCall.run { fstat(directory, &raw) }
    return FileStatus(raw)
  }

  /// What `name` is; nil where the last component is not there. A link of /proc has no text that leads where it does, and
  /// following its text stays inside the root like any other.
  private func look(
    _ name: String, in directory: Int32, isLast: Bool
  ) throws(Errno) -> (status: FileStatus, link: SymbolicLink?)? {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { fstatat(directory, name, &raw, AT_SYMLINK_NOFOLLOW) }
      let status = FileStatus(raw)
      return (status, status.kind == .symbolicLink ? try SymbolicLink(name, in: directory) : nil)
    } catch {
      if isLast, error == .noEntry { return nil }
      throw error
    }
  }
}
