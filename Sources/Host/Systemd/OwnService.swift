internal import CSystemd
package import Core
internal import Glibc

/// The service that this process is a command of.
package enum OwnService {
  /// `kops-configuration.service`; nil where somebody else than the service manager started this process.
  package static var unit: UnitName? {
    guard isStarter else { return nil }
    var text: UnsafeMutablePointer<CChar>?
    defer { free(text) }
    guard sd_pid_get_unit(0, &text) >= 0, let text, let unit = UnitName(String(cString: text)) else { return nil }
    return unit.type == .service ? unit : nil
  }

  /// A command that cloud-init runs is in the control group of cloud-init's service, and inherits its notification socket.
  /// systemd tells the process that it starts itself by SYSTEMD_EXEC_PID (from 248 on).
  static var isStarter: Bool {
    guard let process = Environment.current()["SYSTEMD_EXEC_PID"] else { return true }
    return process == String(getpid())
  }
}
