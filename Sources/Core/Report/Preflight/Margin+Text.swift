extension Margin {
  /// `-4 CPUs (-50.0 %)`, `+57.9GB (+579.0 %)`: negative is the wrong side of the bound.
  var text: String {
    let text = Self.sign(distance) + quantity
    guard let ratio else { return text }
    return "\(text) (\(Self.sign(ratio))\(Self.percent(abs(ratio))) %)"
  }

  private var quantity: String {
    switch unit {
    case .cpus: Wording.processors(abs(distance))
    case .bytes: byteCount.shortText
    case .bytesPerSecond: "\(byteCount.shortText)/s"
    }
  }

  private var byteCount: ByteCount { ByteCount(UInt64(exactly: abs(distance).rounded()) ?? .max) }

  private static func sign(_ number: Double) -> String { number < 0 ? "-" : "+" }

  /// With one digit after the point; a ratio that no machine can come to, as the largest that can be written.
  private static func percent(_ ratio: Double) -> String {
    let tenths = Int(exactly: (ratio * 1000).rounded()) ?? .max
    return "\(tenths / 10).\(tenths % 10)"
  }
}
