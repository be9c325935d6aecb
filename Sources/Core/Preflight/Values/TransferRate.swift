/// Bytes that move in a second, over a network or onto a disk; never bits.
package struct TransferRate: Hashable, Comparable, Sendable {
  package let bytesPerSecond: UInt64

  package init(bytesPerSecond: UInt64) {
    self.bytesPerSecond = bytesPerSecond
  }

  package static func < (left: TransferRate, right: TransferRate) -> Bool {
    left.bytesPerSecond < right.bytesPerSecond
  }
}

extension TransferRate {
  /// A size and `/s`, as Gravity reads it: `50MB/s` is 50,000,000 bytes a second. Nil for anything else.
  package init?(parsing text: String) {
    let end = "/s".utf8
    guard text.utf8.suffix(end.count).elementsEqual(end) else { return nil }
    guard let size = ByteCount(parsing: String(Substring(text.utf8.dropLast(end.count)))) else { return nil }
    self.init(bytesPerSecond: size.bytes)
  }
}

extension TransferRate: CustomStringConvertible {
  /// `50MB/s`; a measured one is cut downwards after two digits, `49.99MB/s`.
  package var description: String {
    let texts = ByteUnit.all.compactMap { $0.exactText(of: bytesPerSecond) }
    let shortest = texts.min { $0.utf8.count < $1.utf8.count }
    return (shortest ?? ByteUnit.roundedText(of: bytesPerSecond)) + "/s"
  }
}
