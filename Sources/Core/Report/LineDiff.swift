/// The differences between two lists of lines, as runs of old lines that give way to runs of new ones.
struct LineDiff {
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// In order; neither overlapping nor touching.
  private(set) var changes: [Change] = []

  /// Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986) between the common beginning
  /// and the common end.
  ///
  /// Its time is lines times differences, its memory differences squared. Where more than ``Limits/diffEdits``
  /// differences, or too many for the number of lines, are found, the rest is one change: still right, only longer.
  init(_ old: [Int], _ new: [Int]) {
    let common = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - common
    let trailing = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let oldMiddle = common..<old.count - trailing
    let newMiddle = common..<new.count - trailing
    guard !oldMiddle.isEmpty || !newMiddle.isEmpty else { return }
    guard let path = EditPath(Array(old[oldMiddle]), Array(new[newMiddle])) else {
      changes = [Change(old: oldMiddle, new: newMiddle)]
      return
    }
    for edit in path.edits {
      add(edit, offset: common)
    }
  }

  private mutating func add(_ edit: EditPath.Edit, offset: Int) {
    let old = edit.old + offset
    let new = edit.new + offset
    let change =
      switch edit.kind {
      case .delete: Change(old: old..<old + 1, new: new..<new)
      case .insert: Change(old: old..<old, new: new..<new + 1)
      }
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = Change(
        old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }
}

/// A shortest way from one list to another.
private struct EditPath {
  enum Kind {
    case delete
    case insert
  }

  /// At line `old` of the old list and `new` of the new one.
  struct Edit {
    let kind: Kind
    let old: Int
    let new: Int
  }

  private(set) var edits: [Edit] = []

  /// Nil where the way has more edits than the bound.
  init?(_ old: [Int], _ new: [Int]) {
    let bound = min(old.count + new.count, Limits.diffEdits, Limits.diffSteps / (old.count + new.count))
    // furthest[k + bound] is how far into the old list the best way on diagonal k (old minus new) has come.
    var furthest = [Int](repeating: 0, count: 2 * bound + 2)
    var trace: [[Int]] = []
    for count in 0...bound {
      for diagonal in stride(from: -count, through: count, by: 2) {
        let goesDown = Self.goesDown(diagonal, count) { furthest[$0 + bound] }
        var position = goesDown ? furthest[diagonal + 1 + bound] : furthest[diagonal - 1 + bound] + 1
        while position < old.count, position - diagonal < new.count, old[position] == new[position - diagonal] {
          position += 1
        }
        furthest[diagonal + bound] = position
        if position >= old.count, position - diagonal >= new.count {
          edits = Self.walkBack(trace, from: (old.count, new.count))
          return
        }
      }
      trace.append(Array(furthest[bound - count...bound + count]))
    }
    return nil
  }

  /// Whether the best way to `diagonal` with `count` edits inserts (comes from the diagonal above) or deletes.
  private static func goesDown(_ diagonal: Int, _ count: Int, _ furthest: (Int) -> Int) -> Bool {
    diagonal == -count || diagonal != count && furthest(diagonal - 1) < furthest(diagonal + 1)
  }

  private static func walkBack(_ trace: [[Int]], from end: (old: Int, new: Int)) -> [Edit] {
    var edits: [Edit] = []
    var (old, new) = end
    for (count, row) in zip(1..., trace).reversed() {
      // The row is of one edit less: diagonal k stands at k + count - 1.
      let diagonal = old - new
      let goesDown = goesDown(diagonal, count) { row[$0 + count - 1] }
      let before = goesDown ? diagonal + 1 : diagonal - 1
      old = row[before + count - 1]
      new = old - before
      edits.append(Edit(kind: goesDown ? .insert : .delete, old: old, new: new))
    }
    return edits.reversed()
  }
}
