extension YAMLInteger {
  enum Fault: Swift.Error {
    case notAnInteger
    case tooManyDigits
  }

  /// The value of `!!int` text, as PyYAML's `construct_yaml_int` reads it.
  ///
  /// `0755` is 493, `0x1ff` 511, `0b11` 3, `1_000` 1000, `1:30` 90. Text that only an explicit tag makes an int goes by
  /// the rules of Python's `int()`.
  init(yaml text: String) throws(Fault) {
    var scalars = text.unicodeScalars.filter { $0 != "_" }[...]
    guard let first = scalars.first else { throw .notAnInteger }
    if first == "-" || first == "+" { scalars = scalars.dropFirst() }
    guard let lead = scalars.first else { throw .notAnInteger }
    let number: YAMLInteger
    if scalars.starts(with: "0b".unicodeScalars) {
      number = try YAMLInteger(python: scalars.dropFirst(2), radix: 2)
    } else if scalars.starts(with: "0x".unicodeScalars) {
      number = try YAMLInteger(python: scalars.dropFirst(2), radix: 16)
    } else if lead == "0" {
      number = try YAMLInteger(python: scalars, radix: 8)
    } else if scalars.contains(":") {
      number = try YAMLInteger(sexagesimal: scalars)
    } else {
      number = try YAMLInteger(python: scalars, radix: 10)
    }
    self = first == "-" ? number.negated : number
  }

  /// `1:30` is 90.
  private init(sexagesimal text: Substring.UnicodeScalarView) throws(Fault) {
    guard text.count <= Limits.yamlDigits else { throw .tooManyDigits }
    var sum = YAMLInteger.small(0)
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      sum = try sum.timesSixty(plus: YAMLInteger(python: part, radix: 10))
    }
    self = sum
  }

  private func timesSixty(plus part: YAMLInteger) throws(Fault) -> YAMLInteger {
    if case (.small(let number), .small(let part)) = (self, part) {
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 60)
      let (sum, isTooLargeBySum) = product.addingReportingOverflow(part)
      if !isTooLarge && !isTooLargeBySum { return .small(sum) }
    }
    // Only an explicit tag allows parts that are negative or large; beyond 64 bits nothing needs those.
    guard case .small(let part) = part, (0..<60).contains(part), var sum = YAMLNatural(decimal: description) else {
      throw .tooManyDigits
    }
    sum.multiply(by: 60, adding: UInt64(part))
    return YAMLInteger(decimal: sum.decimal)
  }

  /// Python's `int(text, radix)`: white space around it, a sign, the radix's prefix, digits of any script.
  private init(python text: Substring.UnicodeScalarView, radix: UInt64) throws(Fault) {
    var digits = PythonNumber.trimmed(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let prefixes: [UInt64: [String]] = [2: ["0b", "0B"], 8: ["0o", "0O"], 16: ["0x", "0X"]]
    if prefixes[radix, default: []].contains(where: { digits.starts(with: $0.unicodeScalars) }) {
      digits = digits.dropFirst(2)
    }
    guard !digits.isEmpty else { throw .notAnInteger }
    guard digits.count <= Limits.yamlDigits else { throw .tooManyDigits }
    var sum = YAMLNatural()
    // Digits are taken in runs whose value stays below 2^32.
    var run: (value: UInt64, weight: UInt64) = (0, 1)
    for scalar in digits {
      guard let digit = PythonNumber.digit(scalar), digit < radix else { throw .notAnInteger }
      run = (run.value * radix + digit, run.weight * radix)
      if run.weight > UInt64(UInt32.max) / radix {
        sum.multiply(by: run.weight, adding: run.value)
        run = (0, 1)
      }
    }
    sum.multiply(by: run.weight, adding: run.value)
    let number = YAMLInteger(decimal: sum.decimal)
    self = isNegative ? number.negated : number
  }

  /// `digits` have no leading zeros.
  init(decimal digits: String) {
    self = Int(digits).map { .small($0) } ?? .big(digits)
  }

  /// Nil where `number` is not whole.
  init?(exactly number: Double) {
    if let whole = Int(exactly: number) {
      self = .small(whole)
      return
    }
    guard number.isFinite, number.rounded() == number else { return nil }
    // Beyond 64 bits a whole number is its significand times a power of two.
    var natural = YAMLNatural()
    natural.multiply(by: 1, adding: number.significandBitPattern | 1 << 52)
    for _ in 0..<(Int(number.exponent) - 52) { natural.multiply(by: 2, adding: 0) }
    let whole = YAMLInteger(decimal: natural.decimal)
    self = number < 0 ? whole.negated : whole
  }

  private var negated: YAMLInteger {
    switch self {
    case .small(let number): .small(-number)
    case .big(let digits):
      YAMLInteger(decimal: digits.utf8.first == UInt8(ascii: "-") ? String(digits.dropFirst()) : "-" + digits)
    }
  }
}
