extension Deputy.Fault {
  /// For evidence: one line, safe to show.
  var sentence: String {
    switch self {
    case .refused(let errno): errno.description
    case .silent(let limit): "no answer within \(limit.components.seconds) s"
    case .interrupted(let signal): "ended because bringup was asked to end by signal \(signal)"
    case .lost(nil): "the process that asked was killed"
    case .lost(let errno?): "the process that asks cannot be spoken to: \(errno)"
    }
  }
}
