extension Base64 {
  /// The digits for `content`, padded, without line ends.
  static func encode(_ content: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var digits: [UInt8] = []
    digits.reserveCapacity((content.count + 2) / 3 * 4)
    var at = 0
    while at < content.count {
      let group = content[at..<min(at + 3, content.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0...3 {
        let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        digits.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
      at += 3
    }
    return digits
  }

  /// The same in lines of 76 digits (RFC 2045), each ended.
  static func encodeLines(_ content: [UInt8]) -> [UInt8] {
    let digits = encode(content)
    var lines: [UInt8] = []
    lines.reserveCapacity(digits.count + digits.count / 76 + 1)
    for start in stride(from: 0, to: digits.count, by: 76) {
      lines += digits[start..<min(start + 76, digits.count)]
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}
