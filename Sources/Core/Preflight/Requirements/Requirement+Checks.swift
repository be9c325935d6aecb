extension Requirement {
  /// What it comes to before anything is read, in the order of the verdicts. A volume's file pattern stands for its
  /// matches here (`volume:/mnt/disk-???:exists`), and `network.rate` for both directions to each peer.
  package var checks: [Check] {
    switch self {
    case .processors(let requirement): requirement.checks
    case .memory(let requirement): requirement.checks
    case .operatingSystem(let requirement): [requirement.check]
    case .instanceType(let requirement): [requirement.check]
    case .volume(let requirement): requirement.checks
    case .device(let requirement): [requirement.check]
    case .ports(let requirement): requirement.checks
    case .networkRate(let requirement): [requirement.check]
    case .script(let requirement): [requirement.check]
    }
  }
}
