/// The name of an operating system in a manifest: an extended regular expression (regex(7)) that the whole of a name has to
/// match, capitals and small letters alike.
///
/// `centos` matches `CentOS`, `.*suse.*` matches `opensuse-leap`; `suse` does not, though Gravity takes it so. Taken by the
/// number of its states at most for each character of a name, where regcomp(3) may take forever for `((a*)*)*`.
package struct NamePattern: Hashable, Sendable, CustomStringConvertible {
  /// As the manifest has it.
  package let text: String
  private let steps: [Step]

  /// What to do at one state; states to go on from are told by their distance.
  enum Step: Sendable {
    case one(CharacterSet)
    case start
    case end
    case jump(Int)
    case either(Int, Int)
  }

  struct CharacterSet: Sendable {
    let ranges: [ClosedRange<UInt32>]
    let isNegated: Bool

    static let any = CharacterSet(ranges: [], isNegated: true)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let value = scalar.value
      let other = scalar.isASCII && scalar.properties.isAlphabetic ? value ^ 0x20 : value
      return ranges.contains { $0.contains(value) || $0.contains(other) } != isNegated
    }
  }

  package init(_ text: String) throws(Fault) {
    guard text.utf8.count <= Limits.namePatternBytes else { throw .tooLong }
    var parser = NamePatternParser(rest: text.unicodeScalars[...])
    steps = try parser.whole()
    self.text = text
  }

  /// Whether the whole of `name` matches.
  package func matches(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    var states = reached(from: [0], at: 0, of: scalars.count)
    for (index, scalar) in scalars.enumerated() {
      let next = states.filter { state in
        guard state < steps.count, case .one(let set) = steps[state] else { return false }
        return set.contains(scalar)
      }
      states = reached(from: next.map { $0 + 1 }, at: index + 1, of: scalars.count)
    }
    return states.contains(steps.count)
  }

  /// Every state that can be reached without another character; the last one is beyond the steps.
  private func reached(from start: [Int], at index: Int, of count: Int) -> [Int] {
    var isSeen = [Bool](repeating: false, count: steps.count + 1)
    var states: [Int] = []
    var pending = start
    while let state = pending.popLast() {
      if isSeen[state] { continue }
      isSeen[state] = true
      states.append(state)
      guard state < steps.count else { continue }
      switch steps[state] {
      case .one: break
      case .start: if index == 0 { pending.append(state + 1) }
      case .end: if index == count { pending.append(state + 1) }
      case .jump(let distance): pending.append(state + distance)
      case .either(let first, let second): pending += [state + first, state + second]
      }
    }
    return states
  }

  package static func == (left: NamePattern, right: NamePattern) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  package var description: String { Printable.escape(text) }
}
