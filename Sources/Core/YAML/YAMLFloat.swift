/// The value of `!!float` text, as PyYAML's `construct_yaml_float` reads it.
///
/// `1_0.5` is 10.5, `-.inf` minus infinity, `1:30.5` 90.5. Text that only an explicit tag makes a float goes by the
/// rules of Python's `float()`.
enum YAMLFloat {
  /// Nil where Python raises an error.
  static func value(of text: String) -> Double? {
    let bare = text.utf8.filter { $0 != UInt8(ascii: "_") }.map(ASCII.lowercased)
    guard let first = bare.first else { return nil }
    let sign: Double = first == UInt8(ascii: "-") ? -1 : 1
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let unsigned = isSigned ? bare.dropFirst() : bare[...]
    if unsigned.elementsEqual(".inf".utf8) { return sign * .infinity }
    if unsigned.elementsEqual(".nan".utf8) { return .nan }
    let value = unsigned.contains(UInt8(ascii: ":")) ? sexagesimal(unsigned) : python(unsigned)
    return value.map { sign * $0 }
  }

  /// Python adds the parts from the last one up, each times an exact power of 60; too large a power is an
  /// OverflowError.
  private static func sexagesimal(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= powersOfSixty.count else { return nil }
    var sum = 0.0
    for (part, power) in zip(parts.reversed(), powersOfSixty) {
      guard let digit = python(part) else { return nil }
      sum += digit * power
    }
    return sum
  }

  /// Every power of 60 that a Double can hold, each rounded once.
  private static let powersOfSixty: [Double] = {
    var powers: [Double] = []
    var power = YAMLNatural(1)
    while let rounded = Double(power.decimal), rounded.isFinite {
      powers.append(rounded)
      power.append(0, radix: 60)
    }
    return powers
  }()

  /// Python's `float(text)` for text in lower case: white space around it, a sign, digits of any script.
  private static func python(_ text: ArraySlice<UInt8>) -> Double? {
    let trimmed = PythonNumber.trimmed(text)
    let isNegative = trimmed.first == UInt8(ascii: "-")
    let isSigned = isNegative || trimmed.first == UInt8(ascii: "+")
    let unsigned = isSigned ? trimmed.dropFirst() : trimmed
    let magnitude: Double? =
      if ["inf", "infinity"].contains(where: { unsigned.elementsEqual($0.utf8) }) {
        .infinity
      } else if unsigned.elementsEqual("nan".utf8) {
        .nan
      } else {
        decimal(unsigned)
      }
    return magnitude.map { isNegative ? -$0 : $0 }
  }

  /// `1.`, `.5`, `1e5`: Swift reads the same forms, but wants digits on both sides of the point, and takes others too.
  private static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    let whole = takeDigits(&rest)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = takeDigits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    var exponent: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: "e") {
      let start = rest
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      if takeDigits(&rest).isEmpty { return nil }
      exponent = start.prefix(start.count - rest.count)
    }
    guard rest.isEmpty else { return nil }
    return Double(
      String(
        decoding: [UInt8(ascii: "0")] + whole + [UInt8(ascii: ".")] + fraction + [UInt8(ascii: "0")] + exponent,
        as: UTF8.self))
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }
}
