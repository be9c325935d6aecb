internal import Core

/// Finds the paths of this node that a pattern matches, as Go's `filepath.Glob` does: a symbolic link matches wherever it leads.
enum PatternWalk {
  enum Match {
    case path(AbsolutePath)
    /// What this directory holds of matches is not known, and why.
    case unreadable(AbsolutePath, Evidence)
  }

  /// Sorted by path, at most ``Limits/patternMatches``; a pattern without wildcards matches itself where it exists.
  static func matches(of pattern: PathPattern, by observer: inout PathObserver) -> [Match] {
    var found = [AbsolutePath.root]
    var troubles: [Match] = []
    // Whether what was found is known to exist.
    var areSeen = true
    for component in pattern.components {
      switch component {
      case .literal(let name):
        found = found.map { $0.appending(name) }
        areSeen = false
      case .pattern(let glob):
        var next: [AbsolutePath] = []
        for directory in found where next.count <= Limits.patternMatches {
          next += search(directory, for: glob, by: &observer, &troubles)
        }
        found = bounded(next, &troubles)
        areSeen = true
      }
    }
    let seen = areSeen ? found : found.filter { exists($0, by: &observer, &troubles) }
    return seen.sorted().map { .path($0) } + troubles
  }

  private static func bounded(_ paths: [AbsolutePath], _ troubles: inout [Match]) -> [AbsolutePath] {
    guard paths.count > Limits.patternMatches else { return paths }
    let kept = Array(paths.prefix(Limits.patternMatches))
    let evidence = Evidence(
      source: "list \(kept[0].parent)",
      text: "more than \(Limits.patternMatches) matches; the others were not looked at")
    troubles.append(.unreadable(kept[0].parent, evidence))
    return kept
  }

  private static func search(
    _ directory: AbsolutePath, for glob: NameGlob, by observer: inout PathObserver, _ troubles: inout [Match]
  ) -> [AbsolutePath] {
    var found: [AbsolutePath] = []
    do throws(HostError) {
      for name in try observer.names(in: directory.text, limit: Limits.directoryNames) where glob.matches(name) {
        let text = String(decoding: name, as: UTF8.self)
        if text.utf8.elementsEqual(name) {
          found.append(directory.appending(text))
        } else {
          let evidence = Evidence(
            source: "list \(directory)", text: "a match whose name is not UTF-8: \(Printable.quote(text))")
          troubles.append(.unreadable(directory, evidence))
        }
      }
    } catch {
      note(error, at: directory, &troubles)
    }
    return found
  }

  private static func exists(
    _ path: AbsolutePath, by observer: inout PathObserver, _ troubles: inout [Match]
  ) -> Bool {
    do throws(HostError) {
      _ = try observer.status(of: path.text, following: false)
      return true
    } catch {
      note(error, at: path, &troubles)
      return false
    }
  }

  /// That nothing is there is no trouble.
  private static func note(_ error: HostError, at path: AbsolutePath, _ troubles: inout [Match]) {
    if error.errno == .noEntry || error.errno == .notADirectory { return }
    troubles.append(.unreadable(path, Evidence(source: "\(error.operation) \(path)", text: error.why)))
  }
}
