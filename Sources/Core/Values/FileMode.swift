/// The permission bits of a file: the low twelve of `st_mode` (chmod(2)).
package struct FileMode: Hashable, Sendable, CustomStringConvertible {
  package let bits: UInt32

  /// `bits` beyond the low twelve are dropped, as chmod(2) does.
  package init(_ bits: UInt32) {
    self.bits = bits & 0o7777
  }

  /// Octal with a leading zero, at least four digits: `0644`, `04755`.
  package var description: String {
    let digits = String(bits, radix: 8)
    return String(repeating: "0", count: max(1, 4 - digits.count)) + digits
  }
}
