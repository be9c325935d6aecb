/// Several measurements of one rate. They decide only where all of them are on the same side of what is wanted.
struct RateSpread {
  enum Standing {
    case met
    case missed
    case tooNoisy
  }

  let lowest: TransferRate
  let highest: TransferRate
  let count: Int

  /// Nil where there is no try at all.
  init?(_ tries: [TransferRate]) {
    guard let lowest = tries.min(), let highest = tries.max() else { return nil }
    self.lowest = lowest
    self.highest = highest
    count = tries.count
  }

  func standing(minimum: TransferRate) -> Standing {
    if lowest >= minimum { return .met }
    return highest < minimum ? .missed : .tooNoisy
  }

  /// Of the try that is nearest to the wanted rate.
  func margin(minimum: TransferRate) -> Margin? {
    let nearest: TransferRate
    switch standing(minimum: minimum) {
    case .met: nearest = lowest
    case .missed: nearest = highest
    case .tooNoisy: return nil
    }
    return Margin(
      found: Double(nearest.bytesPerSecond), minimum: Double(minimum.bytesPerSecond), unit: .bytesPerSecond)
  }

  /// `48MB/s to 53MB/s in 3 tries`
  var text: String {
    if count == 1 { return "\(lowest)" }
    return lowest == highest ? "\(lowest) in \(count) tries" : "\(lowest) to \(highest) in \(count) tries"
  }
}

extension RateReading {
  /// What the rate comes to against `minimum`; `slow` and `noisy` say what to do about a low and an unsteady one.
  func judge(_ check: Check, minimum: TransferRate, slow: String, noisy: String, notMeasured: String) -> Verdict {
    switch self {
    case .notMeasured(let evidence):
      return Verdict(
        check, .unknown, found: "not measured: \(Printable.escape(evidence.text))", evidence: [evidence],
        remedy: notMeasured)
    case .measured(let tries, let evidence):
      guard let spread = RateSpread(tries) else {
        return Verdict(check, .unknown, found: "not measured", evidence: [evidence], remedy: notMeasured)
      }
      let margin = spread.margin(minimum: minimum)
      switch spread.standing(minimum: minimum) {
      case .met: return Verdict(check, .pass, found: spread.text, evidence: [evidence], margin: margin)
      case .missed:
        return Verdict(check, .fail, found: spread.text, evidence: [evidence], margin: margin, remedy: slow)
      case .tooNoisy:
        return Verdict(
          check, .unknown, found: "\(spread.text): too unsteady to tell", evidence: [evidence], remedy: noisy)
      }
    }
  }
}
