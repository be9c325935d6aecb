/// Turns of phrase that several judges share.
enum Wording {
  /// `a`, `a or b`, `a, b or c`.
  static func choice(_ words: [String]) -> String { list(words, "or") }

  /// The first few, and how many more there are: `a, b, c and 4 more`.
  static func some(_ words: [String], separator: String = ", ") -> String {
    let shown = words.prefix(Limits.namesPerVerdict)
    let rest = words.count - shown.count
    return shown.joined(separator: separator) + (rest > 0 ? " and \(rest) more" : "")
  }

  /// What stood in the way, for `found`.
  static func notKnown(_ evidence: Evidence?) -> String {
    guard let evidence else { return "not known" }
    return "not known: \(Printable.escape(evidence.source)): \(Printable.escape(evidence.text))"
  }

  /// `4 CPUs`, `1 CPU`, `1.5 CPUs`; cut after two decimals.
  static func processors(_ count: Double) -> String {
    let hundredths = (count * 100).rounded(.down)
    guard let whole = Int(exactly: hundredths) else { return "\(count) CPUs" }
    if whole % 100 == 0 { return whole == 100 ? "1 CPU" : "\(whole / 100) CPUs" }
    return "\(Double(whole) / 100) CPUs"
  }

  /// `read and write`, `read, write and make with mknod`.
  static func access(_ access: DeviceAccess) -> String {
    let words = [(DeviceAccess.read, "read"), (.write, "write"), (.create, "make with mknod")]
    return all(words.filter { access.contains($0.0) }.map(\.1))
  }

  /// `a`, `a and b`, `a, b and c`.
  static func all(_ words: [String]) -> String { list(words, "and") }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
