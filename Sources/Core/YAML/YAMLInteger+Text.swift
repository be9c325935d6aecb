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
    let bare = text.utf8.filter { $0 != UInt8(ascii: "_") }
    guard let first = bare.first else { throw .notAnInteger }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let unsigned = isSigned ? bare.dropFirst() : bare[...]
    guard let lead = unsigned.first else { throw .notAnInteger }
    let number: YAMLInteger
    if unsigned.starts(with: "0b".utf8) {
      number = try YAMLInteger(python: unsigned.dropFirst(2), radix: 2)
    } else if unsigned.starts(with: "0x".utf8) {
      number = try YAMLInteger(python: unsigned.dropFirst(2), radix: 16)
    } else if lead == UInt8(ascii: "0") {
      number = try YAMLInteger(python: unsigned, radix: 8)
    } else if unsigned.contains(UInt8(ascii: ":")) {
      number = try YAMLInteger(sexagesimal: unsigned)
    } else {
      number = try YAMLInteger(python: unsigned, radix: 10)
    }
    self = first == UInt8(ascii: "-") ? number.negated : number
  }

  /// `1:30` is 90. Only an explicit tag allows parts that are negative or beyond 59; those must fit in 64 bits.
  private init(sexagesimal text: ArraySlice<UInt8>) throws(Fault) {
    guard text.count <= Limits.yamlDigits else { throw .tooManyDigits }
    var small = 0
    var large: YAMLNatural?
    for part in text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      guard case .small(let digit) = try YAMLInteger(python: part, radix: 10) else { throw .tooManyDigits }
      let (product, isTooLarge) = small.multipliedReportingOverflow(by: 60)
      let (sum, isSumTooLarge) = product.addingReportingOverflow(digit)
      if large == nil && !isTooLarge && !isSumTooLarge {
        small = sum
        continue
      }
      guard (0..<60).contains(digit), small >= 0 else { throw .tooManyDigits }
      var number = large ?? YAMLNatural(UInt64(small))
      number.append(UInt64(digit), radix: 60)
      large = number
    }
    self = large.map { YAMLInteger(decimal: $0.decimal) } ?? .small(small)
  }

  /// Python's `int(text, radix)`: white space around it, a sign, the radix's prefix, digits of any script.
  private init(python text: ArraySlice<UInt8>, radix: UInt64) throws(Fault) {
    var digits = PythonNumber.trimmed(text)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let prefix: UInt8? =
      switch radix {
      case 2: UInt8(ascii: "b")
      case 8: UInt8(ascii: "o")
      case 16: UInt8(ascii: "x")
      default: nil
      }
    if let prefix, digits.count > 1, digits.first == UInt8(ascii: "0"),
      ASCII.lowercased(digits[digits.startIndex + 1]) == prefix
    {
      digits = digits.dropFirst(2)
    }
    guard !digits.isEmpty else { throw .notAnInteger }
    guard digits.count <= Limits.yamlDigits else { throw .tooManyDigits }
    var number = YAMLNatural(0)
    for byte in digits {
      guard let digit = ASCII.hexValue(byte), digit < radix else { throw .notAnInteger }
      number.append(UInt64(digit), radix: radix)
    }
    let value = YAMLInteger(decimal: number.decimal)
    self = isNegative ? value.negated : value
  }

  /// `digits` have no leading zeros.
  private init(decimal digits: String) {
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
    var natural = YAMLNatural(number.significandBitPattern | 1 << 52)
    for _ in 0..<(Int(number.exponent) - 52) { natural.append(0, radix: 2) }
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
