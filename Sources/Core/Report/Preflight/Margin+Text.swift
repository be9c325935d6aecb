extension Margin {
  /// `-4 CPUs (-50.0 %)`, `+57.9 GB (+5.8 %)`: negative is the wrong side of the bound.
  var text: String {
    let distance = Self.sign(self.distance) + quantity(abs(self.distance))
    guard let ratio else { return distance }
    return "\(distance) (\(Self.sign(ratio))\(Self.decimal(abs(ratio) * 100)) %)"
  }

  private func quantity(_ number: Double) -> String {
    switch unit {
    case .cpus: "\(Self.decimal(number, keepsZero: false)) CPU\(number == 1 ? "" : "s")"
    case .bytes: Self.bytes(number)
    case .bytesPerSecond: Self.bytes(number) + "/s"
    }
  }

  /// In powers of 1000, as the manifests have them.
  private static func bytes(_ number: Double) -> String {
    var rest = number
    for unit in ["B", "kB", "MB", "GB", "TB"] {
      if rest < 999.95 { return "\(decimal(rest, keepsZero: unit != "B")) \(unit)" }
      rest /= 1000
    }
    return "\(decimal(rest)) PB"
  }

  private static func sign(_ number: Double) -> String { number < 0 ? "-" : "+" }

  /// With one digit after the point. Rounded towards the bound's wrong side nowhere: -0.04 % reads as -0.0 %.
  private static func decimal(_ number: Double, keepsZero: Bool = true) -> String {
    guard number.isFinite, number < 1e15 else { return "very much" }
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 && !keepsZero ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
