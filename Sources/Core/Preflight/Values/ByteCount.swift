/// A number of bytes: a size of memory or of a file system.
package struct ByteCount: Hashable, Comparable, Sendable {
  package let bytes: UInt64

  package init(_ bytes: UInt64) {
    self.bytes = bytes
  }

  package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }
}

extension ByteCount {
  /// A size as Gravity reads it (`humanize.ParseBytes` of 2015); nil for anything else.
  ///
  /// `32GB` is 32,000,000,000, `32GiB` is 32 * 2^30, `42.5 mb` is 42,500,000, `42` is 42. The number comes first, blanks
  /// may follow it, capitals and small letters of the unit are alike, and what is less than a byte is dropped.
  package init?(parsing text: String) {
    let number = text.utf8.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    let dots = number.count { $0 == UInt8(ascii: ".") }
    guard dots <= 1, number.count > dots, let value = Double(String(Substring(number))) else { return nil }
    let rest = text.utf8[number.endIndex...].drop(while: ASCII.isSpace)
    let unit = rest.prefix { !ASCII.isSpace($0) }
    guard rest[unit.endIndex...].allSatisfy(ASCII.isSpace) else { return nil }
    let letters = unit.map(ASCII.lowercased)
    guard let scale = ByteUnit.all.first(where: { $0.isCalled(letters) })?.bytes else { return nil }
    guard let bytes = UInt64(exactly: (value * Double(scale)).rounded(.towardZero)) else { return nil }
    self.init(bytes)
  }
}

extension ByteCount: CustomStringConvertible {
  /// What people read, and never another number: `32GB`, `1.5GiB`, or `8.11GB (8118788096 B)` where a short text cannot be
  /// exact; what is cut then is cut downwards.
  package var description: String {
    exactText ?? "\(ByteUnit.roundedText(of: bytes)) (\(bytes) B)"
  }

  /// What people read where the last byte does not matter: `32GB`, `8.11GB`.
  var shortText: String { exactText ?? ByteUnit.roundedText(of: bytes) }

  /// Reading a fraction may lose a byte: `64.77GB` is 64,769,999,999.
  private var exactText: String? {
    ByteUnit.all.compactMap { $0.exactText(of: bytes) }.filter { ByteCount(parsing: $0) == self }
      .min { $0.utf8.count < $1.utf8.count }
  }
}
