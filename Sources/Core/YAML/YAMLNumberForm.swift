/// Whether text looks like a number: the forms of PyYAML's implicit resolvers for float and int.
struct YAMLNumberForm {
  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// `1.`, `-1_0.5e+3`, `.5`, `1:30.5`, `-.inf`, `.nan`.
  var isFloat: Bool {
    var form = self
    return form.float()
  }

  /// `0b11`, `0755`, `-12`, `0x1ff`, `1:30`, each with `_` among the digits.
  var isInt: Bool {
    var form = self
    return form.int()
  }

  private mutating func float() -> Bool {
    let signed = sign()
    if take(".") {
      if rest(is: ["inf", "Inf", "INF"]) { return true }
      if signed { return false }
      if rest(is: ["nan", "NaN", "NAN"]) { return true }
      guard one(isDigit) else { return false }
      skip(isDigitOrUnderscore)
      return exponent()
    }
    guard one(isDigit) else { return false }
    skip(isDigitOrUnderscore)
    let isSexagesimal = sixtieths()
    guard take(".") else { return false }
    skip(isDigitOrUnderscore)
    return isSexagesimal ? at == text.count : exponent()
  }

  private mutating func int() -> Bool {
    _ = sign()
    guard at < text.count else { return false }
    if take("0") {
      if at == text.count { return true }
      if take("b") { return all { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") } }
      if take("x") { return all(isHexadecimal) }
      return all { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    }
    guard one(isDigit) else { return false }
    skip(isDigitOrUnderscore)
    _ = sixtieths()
    return at == text.count
  }

  /// `:59` any number of times.
  private mutating func sixtieths() -> Bool {
    let start = at
    while at < text.count, text[at] == UInt8(ascii: ":") {
      let digits = text[(at + 1)...].prefix(2).prefix(while: isDigit)
      guard let first = digits.first else { break }
      // `[0-5]?[0-9]`: of two digits that make more than 59, only the first is taken, and no form goes on after it.
      at += 1 + (digits.count == 2 && first > UInt8(ascii: "5") ? 1 : digits.count)
    }
    return at > start
  }

  /// `e+5` or nothing, to the end.
  private mutating func exponent() -> Bool {
    if at == text.count { return true }
    guard take("e") || take("E"), sign(), one(isDigit) else { return false }
    skip(isDigit)
    return at == text.count
  }

  private mutating func sign() -> Bool { take("+") || take("-") }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    one { $0 == UInt8(ascii: character) }
  }

  private mutating func one(_ isMember: (UInt8) -> Bool) -> Bool {
    guard at < text.count, isMember(text[at]) else { return false }
    at += 1
    return true
  }

  private mutating func skip(_ isMember: (UInt8) -> Bool) {
    while at < text.count, isMember(text[at]) { at += 1 }
  }

  /// One or more members or underscores, to the end.
  private mutating func all(_ isMember: (UInt8) -> Bool) -> Bool {
    let start = at
    skip { isMember($0) || $0 == UInt8(ascii: "_") }
    return at == text.count && at > start
  }

  private func rest(is words: [String]) -> Bool {
    words.contains { $0.utf8.elementsEqual(text[at...]) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func isDigitOrUnderscore(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "_") }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
