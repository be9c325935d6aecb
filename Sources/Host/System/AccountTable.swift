/// One of the files passwd(5) and group(5): which number each name has.
///
/// `daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin` gives `daemon` the number 1. A line that has no name or no number is
/// passed over, as the C library does; of two lines with one name or number the first counts.
struct AccountTable: Sendable {
  // By bytes: names that differ only in Unicode normalisation are different accounts.
  private var numbers: [[UInt8]: UInt32] = [:]
  private var names: [UInt32: [UInt8]] = [:]

  /// What every node has, for a root without the file.
  static let rootOnly = AccountTable(Array("root:x:0:".utf8))

  init(_ text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let (name, number) = AccountTable.entry(line) else { continue }
      if numbers[name] == nil { numbers[name] = number }
      if names[number] == nil { names[number] = name }
    }
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (name: [UInt8], number: UInt32)? {
    let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    // Comments, and what NIS adds or takes away (nsswitch.conf(5), "Compatibility mode").
    guard let first = line.first, !"#+-".utf8.contains(first) else { return nil }
    let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count >= 3, !fields[0].isEmpty, let number = number(Array(fields[2])) else { return nil }
    return (Array(fields[0]), number)
  }

  /// A user's or group's number in decimal digits; -1 as unsigned is none (chown(2) takes it for "leave it").
  static func number(_ digits: [UInt8]) -> UInt32? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    guard let number = UInt32(String(decoding: digits, as: UTF8.self)), number != .max else { return nil }
    return number
  }

  /// The number of `name`; that of a name in digits is the name itself where the file does not have it.
  func number(of name: String) -> UInt32? {
    let bytes = Array(name.utf8)
    return numbers[bytes] ?? AccountTable.number(bytes)
  }

  func name(of number: UInt32) -> String? {
    names[number].map { String(decoding: $0, as: UTF8.self) }
  }
}
