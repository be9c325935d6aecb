/// The value of `!!float` text, as PyYAML's `construct_yaml_float` reads it.
///
/// `1_0.5` is 10.5, `-.inf` minus infinity, `1:30.5` 90.5. Text that only an explicit tag makes a float goes by the rules
/// of Python's `float()`.
enum YAMLFloat {
  /// Nil where Python raises an error.
  static func value(of text: String) -> Double? {
    var scalars = text.lowercased().unicodeScalars.filter { $0 != "_" }[...]
    guard let first = scalars.first else { return nil }
    let sign: Double = first == "-" ? -1 : 1
    if first == "-" || first == "+" { scalars = scalars.dropFirst() }
    if scalars.elementsEqual(".inf".unicodeScalars) { return sign * .infinity }
    if scalars.elementsEqual(".nan".unicodeScalars) { return .nan }
    let value = scalars.contains(":") ? sexagesimal(scalars) : python(scalars)
    return value.map { sign * $0 }
  }

  /// Python adds the parts from the last one up, each times an exact power of 60; too large a power is an OverflowError.
  private static func sexagesimal(_ text: Substring.UnicodeScalarView) -> Double? {
    var sum = 0.0
    var power = YAMLNatural(decimal: "1") ?? YAMLNatural()
    for part in text.split(separator: ":", omittingEmptySubsequences: false).reversed() {
      guard let digit = python(part), let weight = Double(power.decimal), weight.isFinite else { return nil }
      sum += digit * weight
      power.multiply(by: 60, adding: 0)
    }
    return sum
  }

  /// Python's `float(text)` for text in lower case: white space around it, a sign, digits of any script.
  private static func python(_ text: Substring.UnicodeScalarView) -> Double? {
    let trimmed = PythonNumber.trimmed(text)
    let unsigned = trimmed.first == "-" || trimmed.first == "+" ? trimmed.dropFirst() : trimmed
    let negative = trimmed.first == "-"
    if ["inf", "infinity"].contains(where: { $0.unicodeScalars.elementsEqual(unsigned) }) {
      return negative ? -.infinity : .infinity
    }
    if unsigned.elementsEqual("nan".unicodeScalars) { return .nan }
    guard let ascii = plainDigits(unsigned) else { return nil }
    return Double(negative ? "-" + ascii : ascii)
  }

  /// `1.`, `.5`, `1e5` with ASCII digits on both sides of the point; nil where it is none of these.
  private static func plainDigits(_ text: Substring.UnicodeScalarView) -> String? {
    var rest = text
    let whole = takeDigits(&rest)
    var fraction = ""
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = takeDigits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    var exponent = ""
    if rest.first == "e" {
      rest = rest.dropFirst()
      let sign = rest.first == "-" ? "-" : ""
      if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
      let digits = takeDigits(&rest)
      guard !digits.isEmpty else { return nil }
      exponent = "e\(sign)\(digits)"
    }
    guard rest.isEmpty else { return nil }
    return "\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)\(exponent)"
  }

  private static func takeDigits(_ rest: inout Substring.UnicodeScalarView) -> String {
    var digits = ""
    while let scalar = rest.first, let digit = PythonNumber.digit(scalar), digit < 10 {
      digits += String(digit)
      rest = rest.dropFirst()
    }
    return digits
  }
}
