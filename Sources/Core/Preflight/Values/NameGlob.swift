/// A pattern for one file name, in the syntax of Go's `filepath.Match`.
///
/// `nvidia[0-9]*` matches `nvidia0` and `nvidia1-ctl`. `*` is any run of characters, `?` is one, `[a-z]` one of a class and
/// `[^a-z]` one outside it, `\` takes the next character as it is. A leading dot is nothing special, and neither is `!`.
package struct NameGlob: Sendable {
  package enum Fault: Swift.Error, Hashable, Sendable {
    /// A backslash with nothing after it.
    case endsInBackslash
    case classNotClosed
    case classEmpty
    /// A bare `-` where a character of a class or an end of its range is wanted.
    case bareHyphen
  }

  private enum Token {
    case run
    case one
    case character(UInt32)
    case oneOf([ClosedRange<UInt32>], negated: Bool)
  }

  private let tokens: [Token]

  /// `text` is one component: it holds no slash.
  package init(_ text: String) throws(Fault) {
    var scanner = Scanner(rest: Array(text.unicodeScalars)[...])
    var tokens: [Token] = []
    while let token = try scanner.token() {
      if case .run = token, case .run? = tokens.last { continue }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// The one name that it stands for; nil where it holds a wildcard.
  package var literal: String? {
    var text = String.UnicodeScalarView()
    for token in tokens {
      guard case .character(let value) = token, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whether the whole of `name` matches. Takes at most its length times the pattern's: after a failure only the last `*`
  /// is tried again, for an earlier one could take nothing that this one cannot.
  package func matches(_ name: [UInt8]) -> Bool {
    let characters = Self.characters(of: name)
    var (token, index) = (0, 0)
    var retry: (token: Int, index: Int)?
    while token < tokens.count || index < characters.count {
      if token < tokens.count {
        if case .run = tokens[token] {
          token += 1
          retry = (token, index)
          continue
        }
        if index < characters.count, Self.accepts(tokens[token], characters[index]) {
          (token, index) = (token + 1, index + 1)
          continue
        }
      }
      guard let last = retry, last.index < characters.count else { return false }
      retry = (last.token, last.index + 1)
      (token, index) = (last.token, last.index + 1)
    }
    return true
  }

  private static func accepts(_ token: Token, _ character: UInt32) -> Bool {
    switch token {
    case .run, .one: true
    case .character(let wanted): wanted == character
    case .oneOf(let ranges, let negated): ranges.contains { $0.contains(character) } != negated
    }
  }

  /// Code points; each byte that is not UTF-8 is a character beyond them all.
  private static func characters(of name: [UInt8]) -> [UInt32] {
    var characters: [UInt32] = []
    var index = 0
    while index < name.count {
      let fault = UTF8Text.firstFault(in: name[index...]) ?? name.count
      characters += String(decoding: name[index..<fault], as: UTF8.self).unicodeScalars.map(\.value)
      if fault < name.count { characters.append(0x11_0000 + UInt32(name[fault])) }
      index = fault + 1
    }
    return characters
  }
}

extension NameGlob {
  private struct Scanner {
    private(set) var rest: ArraySlice<Unicode.Scalar>

    mutating func token() throws(Fault) -> Token? {
      guard let scalar = rest.popFirst() else { return nil }
      switch scalar {
      case "*": return .run
      case "?": return .one
      case "[": return try characterClass()
      case "\\": return .character(try escaped())
      default: return .character(scalar.value)
      }
    }

    /// What is after the `[`. A range whose ends are the wrong way round is good, and holds nothing.
    private mutating func characterClass() throws(Fault) -> Token {
      let isNegated = rest.first == "^"
      if isNegated { rest.removeFirst() }
      var ranges: [ClosedRange<UInt32>] = []
      var isEmpty = true
      while rest.first != "]" || isEmpty {
        if rest.first == "]" { throw .classEmpty }
        let low = try member()
        var high = low
        if rest.first == "-" {
          rest.removeFirst()
          high = try member()
        }
        if low <= high { ranges.append(low...high) }
        isEmpty = false
      }
      rest.removeFirst()
      return .oneOf(ranges, negated: isNegated)
    }

    private mutating func member() throws(Fault) -> UInt32 {
      guard let scalar = rest.popFirst() else { throw .classNotClosed }
      switch scalar {
      case "-", "]": throw .bareHyphen
      case "\\": return try escaped()
      default: return scalar.value
      }
    }

    private mutating func escaped() throws(Fault) -> UInt32 {
      guard let scalar = rest.popFirst() else { throw .endsInBackslash }
      return scalar.value
    }
  }
}
