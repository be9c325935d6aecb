extension IPAddress {
  /// Reads dotted decimal, or the text forms of RFC 4291 2.2 without brackets: `10.0.0.1`, `fd00:ec2::254`,
  /// `::ffff:10.0.0.1`. Nil for anything else: names, `10.1`, octal, zones (`%eth0`).
  package init?(_ text: some StringProtocol) {
    guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? Self.six(text) : Self.four(text) else { return nil }
    self.init(bytes: bytes)
  }

  /// `192.0.2.1`
  private static func four(_ text: some StringProtocol) -> [UInt8]? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 4 else { return nil }
    var bytes: [UInt8] = []
    for number in numbers {
      guard (1...3).contains(number.utf8.count), number.utf8.allSatisfy(ASCII.isDigit), let byte = UInt8(number) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }

  /// Groups of up to four hexadecimal digits, eight of them, or fewer where one `::` stands for the zeros between.
  private static func six(_ text: some StringProtocol) -> [UInt8]? {
    var halves: [[UInt8]] = [[]]
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, field) in fields.enumerated() {
      if field.isEmpty {
        // `::` leaves an empty field; at an end of the address, two.
        if index == 0 || index == fields.count - 1 {
          guard fields.count > 2, fields[index == 0 ? 1 : index - 1].isEmpty else { return nil }
          continue
        }
        guard halves.count == 1 else { return nil }
        halves.append([])
      } else if index == fields.count - 1, field.utf8.contains(UInt8(ascii: ".")) {
        guard let bytes = four(field) else { return nil }
        halves[halves.count - 1] += bytes
      } else {
        guard field.utf8.count <= 4, field.utf8.allSatisfy({ ASCII.hexValue($0) != nil }),
          let group = UInt16(field, radix: 16)
        else { return nil }
        halves[halves.count - 1] += [UInt8(group >> 8), UInt8(group & 0xFF)]
      }
    }
    let count = halves.reduce(0) { $0 + $1.count }
    if halves.count == 1 { return count == 16 ? halves[0] : nil }
    guard count < 16 else { return nil }
    return halves[0] + [UInt8](repeating: 0, count: 16 - count) + halves[1]
  }
}
