/// `repr()` of a Python float.
enum PythonFloat {
  /// The fewest digits that read back as the same number, as in Swift, but laid out as Python does: without an exponent
  /// from 1e-4 up to 1e16, with one of at least two digits elsewhere. `1e16` is `1e+16`, `100.0` is `100.0`.
  static func repr(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 { return sign + "0.0" }
    let (digits, exponent) = decimal(number.magnitude)
    if (-4..<16).contains(exponent) { return sign + fixed(digits, exponent: exponent) }
    let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
    let width = abs(exponent) < 10 ? "0" : ""
    return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(width)\(abs(exponent))"
  }

  /// The significant digits, and the power of ten of the first of them.
  private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
    let halves = number.description.split(separator: "e")
    let mantissa = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let digits = whole + (mantissa.count > 1 ? mantissa[1] : "")
    let zeros = digits.prefix { $0 == "0" }.count
    var significant = digits.dropFirst(zeros)
    while significant.last == "0" { significant.removeLast() }
    let written = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    return (String(significant), whole.count - 1 - zeros + written)
  }

  private static func fixed(_ digits: String, exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let missing = exponent + 1 - digits.count
    if missing >= 0 { return digits + String(repeating: "0", count: missing) + ".0" }
    return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }
}
