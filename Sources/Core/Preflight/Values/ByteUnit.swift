/// A unit that sizes are written in.
struct ByteUnit {
  /// `GB`, `GiB`.
  let name: String
  /// How many bytes one is.
  let bytes: UInt64

  /// The largest first, and decimal before binary.
  static let all: [ByteUnit] = {
    let prefixes = ["k", "M", "G", "T", "P", "E"]
    var units = [ByteUnit(name: "B", bytes: 1)]
    for (index, prefix) in prefixes.enumerated() {
      let binary = ByteUnit(name: "\(index == 0 ? "K" : prefix)iB", bytes: 1 << (10 * UInt64(index + 1)))
      let decimal = ByteUnit(name: "\(prefix)B", bytes: units.last { !$0.isBinary }.map { $0.bytes * 1000 } ?? 1)
      units += [binary, decimal]
    }
    return units.reversed()
  }()

  private var isBinary: Bool { name.utf8.contains(UInt8(ascii: "i")) }

  /// Whether small letters name it: `gib`, `gi`; no letter at all is a byte.
  func isCalled(_ letters: [UInt8]) -> Bool {
    let full = name.utf8.map(ASCII.lowercased)
    return letters == full || letters.elementsEqual(full.dropLast())
  }

  /// The number in this unit where at most five characters tell it exactly, three of them after the point: `32GB`.
  func exactText(of count: UInt64) -> String? {
    guard count >= bytes || bytes == 1 else { return nil }
    let (whole, rest) = count.quotientAndRemainder(dividingBy: bytes)
    let (product, isTooLarge) = rest.multipliedReportingOverflow(by: 1000)
    guard !isTooLarge, product % bytes == 0 else { return nil }
    let number = Self.decimal(whole, thousandths: product / bytes)
    return number.utf8.count <= 5 ? number + name : nil
  }

  /// In the largest decimal unit, cut after two digits: `8.11GB`.
  static func roundedText(of count: UInt64) -> String {
    let unit = all.first { !$0.isBinary && $0.bytes <= count } ?? all[all.count - 1]
    let (whole, rest) = count.quotientAndRemainder(dividingBy: unit.bytes)
    let hundredths = rest / max(1, unit.bytes / 100)
    return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)\(unit.name)"
  }

  /// `1.5` for 1 and 500.
  private static func decimal(_ whole: UInt64, thousandths: UInt64) -> String {
    if thousandths == 0 { return String(whole) }
    var digits = String(thousandths + 1000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(whole).\(digits)"
  }
}
