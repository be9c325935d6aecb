/// A natural number of any size, for the few YAML numbers that do not fit in 64 bits.
///
/// Grows by multiply-and-add only, in time quadratic in its digits; ``Limits/yamlDigits`` bounds those.
struct YAMLNatural {
  private static let base: UInt64 = 1_000_000_000
  /// Nine decimal digits each, the lowest first.
  private var limbs: [UInt32] = []

  init() {}

  /// Nil where `digits` are not decimal ones.
  init?(decimal digits: String) {
    var rest = digits.utf8[...]
    while !rest.isEmpty {
      guard let limb = UInt32(Substring(rest.suffix(9))), rest.suffix(9).first != UInt8(ascii: "-") else { return nil }
      limbs.append(limb)
      rest = rest.dropLast(9)
    }
  }

  /// `factor` is below 2^32, `term` below 2^62.
  mutating func multiply(by factor: UInt64, adding term: UInt64) {
    var carry = term
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    while carry > 0 {
      limbs.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
  }

  /// Without leading zeros; `0` for zero.
  var decimal: String {
    guard let last = limbs.last else { return "0" }
    var text = String(last)
    for limb in limbs.dropLast().reversed() {
      let digits = String(limb)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return text
  }
}
