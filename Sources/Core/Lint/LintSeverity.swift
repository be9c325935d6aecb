/// How bad a finding is.
package enum LintSeverity: String, Hashable, Comparable, Sendable, CaseIterable {
  /// Something that was asked for will not happen, or breaks the boot.
  case error
  /// Likely not what was meant.
  case warning
  /// Works, and could be better.
  case advice

  /// Worse first.
  package static func < (left: LintSeverity, right: LintSeverity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .advice: 2
    }
  }
}
