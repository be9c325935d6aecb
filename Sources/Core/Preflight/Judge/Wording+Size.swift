extension Wording {
  /// A size in the system of units that `bound` is written in, so that the two can be compared at a glance: `7.56GiB` beside
  /// `8GiB`, `8.11GB` beside `8GB`. Cut after two digits; with its bytes where it would look like the bound itself.
  static func size(_ size: ByteCount, like bound: ByteCount) -> String {
    let isBinary = bound.description.utf8.contains(UInt8(ascii: "i"))
    let units = ByteUnit.all.filter { $0.bytes == 1 || $0.name.utf8.contains(UInt8(ascii: "i")) == isBinary }
    let text = cut(size, units)
    return size != bound && text.utf8.elementsEqual(cut(bound, units).utf8) ? "\(text) (\(size.bytes) B)" : text
  }

  /// In the largest of `units` that it reaches, which come in descending order.
  private static func cut(_ size: ByteCount, _ units: [ByteUnit]) -> String {
    guard let unit = units.first(where: { $0.bytes <= size.bytes }) else { return "0B" }
    let (whole, rest) = size.bytes.quotientAndRemainder(dividingBy: unit.bytes)
    let hundredths = unit.bytes.dividingFullWidth(rest.multipliedFullWidth(by: 100)).quotient
    if hundredths == 0 { return "\(whole)\(unit.name)" }
    let digits = hundredths % 10 == 0 ? "\(hundredths / 10)" : hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
    return "\(whole).\(digits)\(unit.name)"
  }
}
