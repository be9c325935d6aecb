package import Core

/// Puts the state directory right before a run: what a stopped run left is taken away, what cannot be read is set aside.
package enum Recovery {
  package struct Outcome: Sendable {
    package let state: AppliedState
    /// Files that were damaged, directories that could not be cleared; one line each.
    package let warnings: [String]
  }

  /// A damaged file must not keep every later boot from being set up: it is kept beside, as `NAME.damaged`, and told.
  package static func run(
    in root: borrowing Root, state directory: borrowing StateDirectory
  ) throws(HostError) -> Outcome {
    var warnings: [String] = []
    warnings += try Backup.sweep(in: directory).map(\.description)
    for name in [Pending.fileName, StateDirectory.stateFile] {
      try directory.remove(StateDirectory.temporaryName(of: name))
    }
    try clearSetAside(in: root, state: directory, warnings: &warnings)
    if let pending = try intact(
      Pending.fileName, in: directory, warnings: &warnings,
      read: {
        directory throws(HostError) in try Pending.read(from: directory)
      }) ?? nil
    {
      // What cannot be cleared must not keep every later boot from being set up either.
      let obstacles = pending.sweep(in: root)
      warnings += obstacles.map(\.description)
      if obstacles.isEmpty {
        try directory.remove(Pending.fileName)
      } else {
        try directory.rename(Pending.fileName, to: pending.setAsideName)
      }
    }
    let state = try intact(StateDirectory.stateFile, in: directory, warnings: &warnings) {
      directory throws(HostError) in try directory.appliedState()
    }
    return Outcome(state: state ?? AppliedState(), warnings: warnings)
  }

  /// Tries again to clear what runs before the last one left.
  private static func clearSetAside(
    in root: borrowing Root, state directory: borrowing StateDirectory, warnings: inout [String]
  ) throws(HostError) {
    for name in try directory.list(".") where Pending.isSetAside(name) {
      let pending = try intact(name, in: directory, warnings: &warnings) { directory throws(HostError) in
        try Pending.read(from: directory, name: name)
      }
      guard let pending = pending ?? nil else { continue }
      let obstacles = pending.sweep(in: root)
      warnings += obstacles.map(\.description)
      if obstacles.isEmpty { try directory.remove(name) }
    }
  }

  /// Whether it is the file that is not as it should be: what it holds, what it is, its size, or the disk below it.
  private static func isDamage(_ error: HostError) -> Bool {
    switch error.reason {
    case .said: true
    case .errno(let errno): [.tooLarge, .inputOutput, .tooManyLinks].contains(errno)
    }
  }

  /// Nil where the file is damaged.
  private static func intact<Value>(
    _ name: String, in directory: borrowing StateDirectory, warnings: inout [String],
    read: (borrowing StateDirectory) throws(HostError) -> Value
  ) throws(HostError) -> Value? {
    var isFirst = true
    while true {
      do throws(HostError) {
        return try read(directory)
      } catch {
        // What the disk refuses once it may give the next time.
        if error.errno == .inputOutput, isFirst {
          isFirst = false
          continue
        }
        guard isDamage(error) else { throw error }
        try setAside(name, error, in: directory)
        warnings.append("\(error); it is kept as \(name).damaged, and what it said of earlier runs is not known")
        return nil
      }
    }
  }

  private static func setAside(
    _ name: String, _ damage: HostError, in directory: borrowing StateDirectory
  ) throws(HostError) {
    do throws(HostError) {
      try directory.rename(name, to: "\(name).damaged")
    } catch {
      // Where there is no such file it is the directory that is damaged, and no word of it.
      throw error.errno == .noEntry ? damage : error
    }
  }
}
