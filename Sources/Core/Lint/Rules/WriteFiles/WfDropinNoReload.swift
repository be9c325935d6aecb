enum WfDropinNoReload: LintRule {
  static let id = "wf-dropin-no-reload"
  static let severity = LintSeverity.warning
  static let summary = "systemd is not told of a unit or drop-in that is written"
  static let why: Prose = """
    systemd has read its units before write_files runs, and the commands of bootcmd are over by then. Without a systemctl
    daemon-reload (or enable, which does the same) in runcmd or a script, a unit or drop-in is not seen before the next
    boot. nodeup reloads on the first boot, so that nothing is told of in an InstanceGroup whose nodes run it, nor of
    drop-ins of kubelet, containerd and its own unit.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/chrony.service.d/20-wait.conf
        content: |
          [Unit]
          After=network-online.target
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/chrony.service.d/20-wait.conf
        content: |
          [Unit]
          After=network-online.target
    runcmd:
      - systemctl daemon-reload
      - systemctl restart chrony.service
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.parts.contains(where: { $0.files.contains(where: isUnit) }), !input.parts.contains(where: reloads),
      input.group?.hasNodeup != true
    else { return }
    for part in input.cloudConfigs {
      for file in part.files where isUnit(file) {
        guard let node = file["path"] else { continue }
        findings.add(
          at: node, in: part.text, "systemd does not see this file before the next boot, for nothing reloads it",
          help: "add systemctl daemon-reload to runcmd")
      }
    }
  }

  private static func isUnit(_ file: LintFile) -> Bool {
    guard let unit = file.absolutePath.flatMap({ UnitDirectories.unit(of: $0) }) else { return false }
    return !["kops-configuration.service", "kubelet.service", "containerd.service"].contains { $0.hasBytes(of: unit) }
  }

  /// Whether the part has systemd read its units once the files are written.
  private static func reloads(_ part: LintPart) -> Bool {
    switch part.type {
    case .cloudConfig:
      if part.mapping?["power_state"] != nil { return true }
      guard case .success(let script) = part.runcmd?.script else { return false }
      return reloads(script)
    case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce:
      return reloads(part.text.bytes)
    case .bringup: return true
    case .cloudConfigPatch, .boothook, .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .unhandled:
      return false
    }
  }

  private static func reloads(_ script: [UInt8]) -> Bool {
    ["daemon-reload", "daemon-reexec", "enable", "reboot"].contains { PythonText.contains($0, in: script) }
  }
}
