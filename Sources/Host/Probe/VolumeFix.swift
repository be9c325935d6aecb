internal import CLinux
package import Core
internal import Glibc

/// Makes the changes that `--fix` is for, and nothing else.
package enum VolumeFix {
  /// Does `steps` in order. Where one fails, those for the same directory or below it are not tried: they need it. Links lead
  /// nowhere out of `root`.
  package static func perform(_ steps: [FixStep], in root: borrowing Root) -> [Fix] {
    var fixes: [Fix] = []
    var failed: [AbsolutePath] = []
    for step in steps where !failed.contains(where: { step.path.isIn($0) }) {
      do throws(HostError) {
        try perform(step, in: root)
        fixes.append(Fix(step, .done))
      } catch {
        fixes.append(Fix(step, .failed(error.why)))
        failed.append(step.path)
      }
    }
    return fixes
  }

  private static func perform(_ step: FixStep, in root: borrowing Root) throws(HostError) {
    do throws(Errno) {
      switch step.change {
      case .makeParent: try make(step.path, uid: nil, gid: nil, mode: nil, in: root)
      case .makeDirectory(let uid, let gid, let mode): try make(step.path, uid: uid, gid: gid, mode: mode, in: root)
      case .setOwner(let uid, let gid):
        let directory = try root.openDirectory(step.path.text)
        try own(directory.number, uid: uid, gid: gid)
      case .setMode(let mode):
        let directory = try root.openDirectory(step.path.text)
        let number = directory.number
        try SystemCall.run { fchmod(number, mode.bits) }
      }
    } catch {
      throw HostError(step.description, step.path.text, error)
    }
  }

  /// Closed to everybody until it has the owner and mode that are asked for; where it cannot get them, it goes again.
  private static func make(
    _ path: AbsolutePath, uid: UInt32?, gid: UInt32?, mode: FileMode?, in root: borrowing Root
  ) throws(Errno) {
    let parent = try root.openDirectory(path.parent.text)
    let holder = parent.number
    let isPlain = uid == nil && gid == nil && mode == nil
    try SystemCall.run { mkdirat(holder, path.name, isPlain ? 0o755 : 0o700) }
    if isPlain { return }
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let directory = FileDescriptor(owning: try SystemCall.run { clinux_openat(holder, path.name, flags, 0) })
      let number = directory.number
      try own(number, uid: uid, gid: gid)
      try SystemCall.run { fchmod(number, mode?.bits ?? 0o755) }
    } catch {
      _ = unlinkat(holder, path.name, AT_REMOVEDIR)
      throw error
    }
  }

  private static func own(_ directory: Int32, uid: UInt32?, gid: UInt32?) throws(Errno) {
    // -1 leaves it (chown(2)).
    try SystemCall.run { fchown(directory, uid ?? .max, gid ?? .max) }
  }
}

extension AbsolutePath {
  /// Whether it is `directory` or below it.
  fileprivate func isIn(_ directory: AbsolutePath) -> Bool {
    self == directory || text.utf8.starts(with: "\(directory.text)/".utf8)
  }
}

extension Fix {
  fileprivate init(_ step: FixStep, _ outcome: Outcome) {
    self.init(path: step.path, change: step.description, origin: step.origin, outcome: outcome)
  }
}
