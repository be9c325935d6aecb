extension NamePattern {
  package enum Fault: Swift.Error, Hashable, Sendable {
    /// Longer than ``Limits/namePatternBytes``.
    case tooLong
    case groupNotClosed
    case groupNotOpened
    case nothingToRepeat
    case classNotClosed
    case classReversed
    /// `[[:alpha:]]`, `[[.hyphen.]]`, `[[=a=]]`
    case classByName
    case endsInBackslash
    /// A back-reference, or `\d`, which is no digit in an extended regular expression.
    case escapedLetter
    /// `a{2,3}`
    case repeatCount
  }
}

/// Turns an extended regular expression into steps: `a|b*` is "either 1 or 3, one a, jump 4, either 1 or 3, one b, jump -2".
struct NamePatternParser {
  private typealias Step = NamePattern.Step
  private typealias Fault = NamePattern.Fault
  private(set) var rest: Substring.UnicodeScalarView

  mutating func whole() throws(NamePattern.Fault) -> [NamePattern.Step] {
    let steps = try alternatives()
    guard rest.isEmpty else { throw .groupNotOpened }
    return steps
  }

  /// Ends before a `)`. Calls itself for each bracket and bar, of which a pattern has no more than bytes.
  private mutating func alternatives() throws(Fault) -> [Step] {
    let first = try sequence()
    guard rest.first == "|" else { return first }
    rest.removeFirst()
    let others = try alternatives()
    return [.either(1, first.count + 2)] + first + [.jump(others.count + 1)] + others
  }

  private mutating func sequence() throws(Fault) -> [Step] {
    var steps: [Step] = []
    while let next = rest.first, next != "|", next != ")" { steps += try repeated() }
    return steps
  }

  private mutating func repeated() throws(Fault) -> [Step] {
    var steps = try single()
    while let sign = rest.first {
      switch sign {
      case "*": steps = [.either(1, steps.count + 2)] + steps + [.jump(-steps.count - 1)]
      case "+": steps += [.either(-steps.count, 1)]
      case "?": steps = [.either(1, steps.count + 1)] + steps
      case "{": throw .repeatCount
      default: return steps
      }
      rest.removeFirst()
    }
    return steps
  }

  private mutating func single() throws(Fault) -> [Step] {
    let scalar = rest.removeFirst()
    switch scalar {
    case "(":
      let steps = try alternatives()
      guard rest.popFirst() == ")" else { throw .groupNotClosed }
      return steps
    case "[": return [.one(try characterClass())]
    case ".": return [.one(.any)]
    case "^": return [.start]
    case "$": return [.end]
    case "*", "+", "?": throw .nothingToRepeat
    case "{": throw .repeatCount
    case "\\":
      guard let escaped = rest.popFirst() else { throw .endsInBackslash }
      guard !escaped.properties.isAlphabetic, escaped.properties.numericType == nil else { throw .escapedLetter }
      return [.one(only(escaped))]
    default: return [.one(only(scalar))]
    }
  }

  private func only(_ scalar: Unicode.Scalar) -> NamePattern.CharacterSet {
    NamePattern.CharacterSet(ranges: [scalar.value...scalar.value], isNegated: false)
  }

  /// What is after the `[`: a `]` that comes first is one of the characters, and a backslash is like any other.
  private mutating func characterClass() throws(Fault) -> NamePattern.CharacterSet {
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<UInt32>] = []
    while let low = rest.popFirst() {
      if low == "]", !ranges.isEmpty { return NamePattern.CharacterSet(ranges: ranges, isNegated: isNegated) }
      if low == "[", let kind = rest.first, [":", ".", "="].contains(kind) { throw .classByName }
      guard rest.first == "-", let high = rest.dropFirst().first, high != "]" else {
        ranges.append(low.value...low.value)
        continue
      }
      rest.removeFirst(2)
      guard low <= high else { throw .classReversed }
      ranges.append(low.value...high.value)
    }
    throw .classNotClosed
  }
}
