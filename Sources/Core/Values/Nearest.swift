/// The word that somebody who wrote an unknown key most likely meant.
package enum Nearest {
  /// The candidate fewest edits away from `word`: `execStartPer` is `execStartPre`, `timeoutsec` is `timeoutSec`.
  ///
  /// An edit inserts, deletes or replaces a letter, or swaps two neighbours (optimal string alignment); capitals and
  /// small letters are alike. Nil where even the best candidate needs more than a third of its letters edited, because a
  /// far-fetched suggestion misleads. Of equally near ones the first wins.
  package static func match(_ word: String, among candidates: [String]) -> String? {
    let letters = folded(word)
    var best: (candidate: String, edits: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      let allowed = max(1, other.count / 3)
      guard abs(letters.count - other.count) <= allowed else { continue }
      let edits = distance(letters, other)
      if edits <= allowed, edits < best?.edits ?? .max { best = (candidate, edits) }
    }
    return best?.candidate
  }

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }

  /// Three rows of the usual table: this one, the one before, and the one before that for swaps.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var edits = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          edits = min(edits, older[column - 1] + 1)
        }
        current.append(edits)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
