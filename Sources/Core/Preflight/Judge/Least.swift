/// The least of several readings, each of which bounds from above what the processes of a node get.
///
/// Eight CPUs are online, the quota allows 1.5, the affinity cannot be read: the least is 1.5 or less. That is enough to
/// miss a minimum of 2 and to meet a maximum of 4; it neither meets nor misses a minimum of 1.
struct Least<Source> {
  struct Bound {
    let source: Source
    let value: Double
    let evidence: Evidence
  }

  enum Standing {
    case met
    case missed
    /// What could not be read may change the answer.
    case undecided
  }

  /// Ascending; of equal ones, the first named first.
  private let bounds: [Bound]
  /// Those that bound nothing.
  private let unlimited: [Evidence]
  private let unreadable: [Evidence]

  /// A known nil is no bound.
  init(_ readings: [(Source, Reading<Double?>)]) {
    var bounds: [Bound] = []
    var unlimited: [Evidence] = []
    var unreadable: [Evidence] = []
    for (source, reading) in readings {
      switch reading {
      case .known(let value?, let evidence): bounds.append(Bound(source: source, value: value, evidence: evidence))
      case .known(nil, let evidence): unlimited.append(evidence)
      case .unreadable(let evidence): unreadable.append(evidence)
      }
    }
    // Swift's sort is stable.
    self.bounds = bounds.sorted { $0.value < $1.value }
    self.unlimited = unlimited
    self.unreadable = unreadable
  }

  /// Nil where nothing could be read.
  var least: Bound? { bounds.first }
  /// Everything could be read.
  var isWhole: Bool { unreadable.isEmpty }
  /// The decisive one first.
  var evidence: [Evidence] { bounds.map(\.evidence) + unreadable + unlimited }
  var firstUnreadable: Evidence? { unreadable.first }
  /// Stands before the least where something could not be read.
  var atMost: String { isWhole ? "" : "at most " }
  /// What could not be read, to stand behind what was found.
  var unreadableRemark: String {
    unreadable.map { "; \(Printable.escape($0.source)): \(Printable.escape($0.text))" }.joined()
  }

  func standing(minimum: Double) -> Standing {
    if let least, least.value < minimum { return .missed }
    return isWhole && least != nil ? .met : .undecided
  }

  func standing(maximum: Double) -> Standing {
    if let least, least.value <= maximum { return .met }
    return isWhole && least != nil ? .missed : .undecided
  }
}
