/// What can be wrong in a unit name, a unit file or a drop-in.
package enum UnitProblem: Hashable, Sendable {
  case notAUnitName(String)

  package var sentence: String {
    switch self {
    case .notAUnitName(let name):
      "\(Printable.quote(name)) is not a unit name; write e.g. \"kops-configuration.service\""
    }
  }
}
