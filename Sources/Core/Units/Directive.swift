/// The directives of unit files that this program knows the meaning of, in the order that it writes them.
///
/// The raw value is the key in a bringup document; the unit file has it with a capital.
package enum Directive: String, Hashable, Sendable, CaseIterable {
  case after
  case before
  case requires
  case wants
  case environment
  case environmentFile
  case execCondition
  case execStartPre
  case execStart
  case execStartPost
  case execReload
  case execStop
  case execStopPre
  case execStopPost
  case timeoutSec
  case timeoutStartSec
  case timeoutStopSec
  case restart
  case restartSec

  /// What a value of the directive is.
  enum Kind {
    case unitNames
    case assignments
    case environmentFile
    case command
    case timeSpan
    case restartPolicy
  }

  /// The directive with this name in unit files: `ExecStartPre`.
  init?(key: String) {
    guard let directive = Self.byKey[Array(key.utf8)] else { return nil }
    self = directive
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { (Array($0.key.utf8), $0) })

  /// `ExecStartPre`.
  package var key: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  var kind: Kind {
    switch self {
    case .after, .before, .requires, .wants: .unitNames
    case .environment: .assignments
    case .environmentFile: .environmentFile
    case .execCondition, .execStartPre, .execStart, .execStartPost, .execReload, .execStop, .execStopPre,
      .execStopPost:
      .command
    case .timeoutSec, .timeoutStartSec, .timeoutStopSec, .restartSec: .timeSpan
    case .restart: .restartPolicy
    }
  }

  /// Whether it may be given several times, so that a document may have a list of values.
  var takesList: Bool {
    switch kind {
    case .unitNames, .assignments, .environmentFile, .command: true
    case .timeSpan, .restartPolicy: false
    }
  }

  /// Whether a bringup document sets it by a key of its own; the others can stand in `raw`.
  var isDocumentKey: Bool {
    switch self {
    case .execStart, .execReload, .execStopPre: false
    case .after, .before, .requires, .wants, .environment, .environmentFile, .execCondition, .execStartPre,
      .execStartPost, .execStop, .execStopPost, .timeoutSec, .timeoutStartSec, .timeoutStopSec, .restart, .restartSec:
      true
    }
  }

  /// The section that units of this type have it in, nil where they do not know it (`load-fragment-gperf.gperf.in`).
  func section(in type: UnitType) -> String? {
    let types: [UnitType]
    switch self {
    case .after, .before, .requires, .wants: return "Unit"
    case .environment, .environmentFile, .timeoutSec: types = [.service, .socket, .mount, .swap]
    case .execStartPre, .execStartPost, .execStopPost: types = [.service, .socket]
    case .execCondition, .execStart, .execReload, .execStop, .timeoutStartSec, .restart, .restartSec: types = [.service]
    case .execStopPre: types = [.socket]
    case .timeoutStopSec: types = [.service, .scope]
    }
    return types.contains(type) ? type.section : nil
  }
}
