/// A natural number of any size, built digit by digit, for the few YAML numbers that do not fit in 64 bits.
///
/// Takes time quadratic in its digits; ``Limits/yamlDigits`` bounds those.
struct YAMLNatural {
  private static let base: UInt64 = 1_000_000_000
  /// Nine decimal digits each, the lowest first.
  private var limbs: [UInt32] = []
  /// Digits not yet in the limbs, gathered while their weight stays below 2^32.
  private var run: (value: UInt64, weight: UInt64) = (0, 1)

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// Puts `digit` behind the digits so far; every digit's radix may be another.
  mutating func append(_ digit: UInt64, radix: UInt64) {
    if run.weight * radix > UInt64(UInt32.max) { flush() }
    run = (run.value * radix + digit, run.weight * radix)
  }

  private mutating func flush() {
    var carry = run.value
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * run.weight + carry
      limbs[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    while carry > 0 {
      limbs.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
    run = (0, 1)
  }

  /// Without leading zeros; `0` for zero.
  var decimal: String {
    var number = self
    number.flush()
    guard let last = number.limbs.last else { return "0" }
    var text = String(last)
    for limb in number.limbs.dropLast().reversed() {
      let digits = String(limb)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return text
  }
}
