extension FileMode {
  /// Octal digits as a manifest has them, `0755` or `755`; nil for other text and for more than the twelve bits of a mode.
  package init?(octal text: String) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "0") }
    guard !text.utf8.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    self.init(digits.reduce(0) { $0 << 3 | UInt32($1 - 0x30) })
  }
}
