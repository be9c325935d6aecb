extension LintRules {
  /// About systemd units and drop-ins.
  static let units: [any LintRule.Type] = [
    SystemdDaemonReloadTypo.self, UnitFileInvalid.self, DropInIgnored.self,
  ]
}
