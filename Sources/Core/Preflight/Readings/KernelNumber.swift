/// Numbers as files of the kernel hold them: digits alone, no sign, no blank.
package enum KernelNumber {
  /// Nil where `digits` is no decimal number or one beyond 64 bits.
  package static func decimal(_ digits: some Collection<UInt8>) -> UInt64? {
    number(digits, radix: 10)
  }

  /// Nil where `digits` is no hexadecimal number (without `0x`) or one beyond 64 bits.
  package static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt64? {
    number(digits, radix: 16)
  }

  private static func number(_ digits: some Collection<UInt8>, radix: UInt64) -> UInt64? {
    if digits.isEmpty { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard let value = ASCII.hexValue(digit), value < radix else { return nil }
      let (product, overflowed) = number.multipliedReportingOverflow(by: radix)
      let (sum, overflowedToo) = product.addingReportingOverflow(UInt64(value))
      if overflowed || overflowedToo { return nil }
      number = sum
    }
    return number
  }
}
