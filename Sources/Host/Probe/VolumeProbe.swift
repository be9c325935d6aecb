package import Core

/// Reads what there is at the paths of volume requirements, on this node's own root, without changing anything. Never hangs:
/// what is on a dead mount is unreadable after some seconds.
///
/// To be used in the thread that made it.
package struct VolumeProbe {
  private var observer: PathObserver
  private var table: MountTable

  package init(interrupt: Interrupt? = nil) {
    self.init(observer: PathObserver(interrupt: interrupt), table: MountTable())
  }

  init(observer: PathObserver, table: MountTable) {
    self.observer = observer
    self.table = table
  }

  /// One reading a match of `pattern`, sorted by path, without a write rate; where it has no wildcards, one of the path,
  /// whether it is there or not. A directory that could not be searched for matches has an unreadable one.
  package mutating func readings(of pattern: PathPattern) -> [VolumeReading] {
    if let path = pattern.literal { return [reading(of: path)] }
    return PatternWalk.matches(of: pattern, by: &observer).map { match in
      switch match {
      case .path(let path): reading(of: path)
      case .unreadable(let path, let evidence): VolumeReading(unreadable: path, evidence)
      }
    }
  }

  private mutating func reading(of path: AbsolutePath) -> VolumeReading {
    do throws(HostError) {
      let found = try find(path)
      return VolumeReading(
        path: path, presence: found.presence, fileSystem: table.mount(of: found.holder, by: &observer),
        space: found.space, writeRate: nil)
    } catch {
      return VolumeReading(
        unreadable: path, Evidence(source: "\(error.operation) \(error.subject ?? path.text)", text: error.why))
    }
  }

  /// What a path comes to, the existing path it was told by, and the space there.
  private struct Found {
    let presence: Reading<VolumeReading.Presence>
    let holder: AbsolutePath
    let space: Reading<SpaceReading>
  }

  /// Goes up from `path` until something is there; the root always is.
  private mutating func find(_ path: AbsolutePath) throws(HostError) -> Found {
    var candidate = path
    while true {
      // First, since unlike stat(2) it makes autofs mount what is to be there.
      let space = try space(at: candidate)
      if let status = try status(of: candidate.text, following: true) {
        return Found(presence: .found(status, at: candidate, for: path), holder: candidate, space: space)
      }
      if try status(of: candidate.text, following: false) != nil {
        let here = try self.space(at: candidate.parent)
        let target = try observer.target(of: candidate.text)
        return Found(presence: .brokenLink(candidate, to: target, for: path), holder: candidate.parent, space: here)
      }
      candidate = candidate.parent
    }
  }

  /// Nil where nothing is there.
  private mutating func status(of path: String, following: Bool) throws(HostError) -> FileStatus? {
    do throws(HostError) {
      return try observer.status(of: path, following: following)
    } catch {
      guard error.errno == .noEntry || error.errno == .notADirectory else { throw error }
      return nil
    }
  }

  /// An error is only that there was no answer.
  private mutating func space(at path: AbsolutePath) throws(HostError) -> Reading<SpaceReading> {
    do throws(HostError) {
      return SpaceReading.reading(try observer.fileSystem(of: path.text), of: path)
    } catch {
      guard error.errno != nil else { throw error }
      return .unreadable(Evidence(source: "statfs \(path)", text: error.why))
    }
  }
}

extension VolumeReading {
  /// All of it unreadable for one reason.
  init(unreadable path: AbsolutePath, _ evidence: Evidence) {
    self.init(
      path: path, presence: .unreadable(evidence), fileSystem: .unreadable(evidence), space: .unreadable(evidence),
      writeRate: nil)
  }
}
