/// The C escapes of unit files (systemd.syntax(7), "QUOTING").
enum CEscape {
  /// What the escape stands for whose first character after the backslash is at `index`, and how many characters it has
  /// after the backslash; nil where it is none, a NUL or beyond its range.
  ///
  /// `\n` is a line feed, `\s` a blank, `\x41` and `\101` the byte 65, `\u00e9` and `\U000000e9` an é in UTF-8.
  static func decode(_ bytes: [UInt8], at index: Int) -> (bytes: [UInt8], length: Int)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "a"): return ([0x07], 1)
    case UInt8(ascii: "b"): return ([0x08], 1)
    case UInt8(ascii: "f"): return ([0x0C], 1)
    case UInt8(ascii: "n"): return ([0x0A], 1)
    case UInt8(ascii: "r"): return ([0x0D], 1)
    case UInt8(ascii: "t"): return ([0x09], 1)
    case UInt8(ascii: "v"): return ([0x0B], 1)
    case UInt8(ascii: "s"): return ([0x20], 1)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return ([bytes[index]], 1)
    case UInt8(ascii: "x"):
      return number(bytes, index + 1, digits: 2, radix: 16).map { ([UInt8($0)], 3) }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return number(bytes, index, digits: 3, radix: 8).flatMap(UInt8.init(exactly:)).map { ([$0], 3) }
    case UInt8(ascii: "u"):
      return number(bytes, index + 1, digits: 4, radix: 16).map { (encoded($0), 5) }
    case UInt8(ascii: "U"):
      return number(bytes, index + 1, digits: 8, radix: 16).flatMap(Unicode.Scalar.init)
        .flatMap { UnitText.isValid($0) ? (encoded($0.value), 9) : nil }
    default: return nil
    }
  }

  /// Exactly `digits` digits, and not zero.
  private static func number(_ bytes: [UInt8], _ start: Int, digits: Int, radix: Int) -> UInt32? {
    guard start + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + digits] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { return nil }
      value = value << (radix == 16 ? 4 : 3) | UInt32(digit)
    }
    return value == 0 ? nil : value
  }

  /// UTF-8, and for a surrogate (`\ud800`) the three bytes that systemd makes of it, which are no UTF-8.
  private static func encoded(_ value: UInt32) -> [UInt8] {
    if let scalar = Unicode.Scalar(value) { return Array(String(scalar).utf8) }
    return [UInt8(0xE0 | value >> 12), UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
  }
}
