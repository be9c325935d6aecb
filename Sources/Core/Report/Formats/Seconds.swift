/// A time as decimal seconds, for formats whose unit they are.
enum Seconds {
  /// `0.012345`
  static func text(_ microseconds: Int) -> String {
    let whole = max(0, microseconds)
    let fraction = String(whole % 1_000_000)
    return "\(whole / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
  }
}
