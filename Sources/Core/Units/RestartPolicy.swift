/// When systemd starts a service again after it ended: `Restart=` (systemd.service(5)).
package enum RestartPolicy: String, Hashable, Sendable, CaseIterable {
  case no
  case onSuccess = "on-success"
  case onFailure = "on-failure"
  case onAbnormal = "on-abnormal"
  case onWatchdog = "on-watchdog"
  case onAbort = "on-abort"
  case always

  static func parse(_ text: String) throws(UnitProblem) -> RestartPolicy {
    guard let policy = RestartPolicy(rawValue: text) else { throw .badRestartPolicy(text) }
    return policy
  }
}
