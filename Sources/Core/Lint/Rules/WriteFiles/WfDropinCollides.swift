enum WfDropinCollides: LintRule {
  static let id = "wf-dropin-collides"
  static let severity = LintSeverity.warning
  static let summary = "nodeup overwrites a file"
  static let why: Prose = """
    nodeup runs after write_files, and at every boot, and writes its own files anew: the units of kubelet, containerd and
    its own, their environment in /etc/sysconfig, and on Flatcar and Container-Optimized OS a drop-in 10-kops.conf. Set
    what is to differ in a drop-in that sorts behind.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/containerd.service.d/10-kops.conf
        content: |
          [Service]
          LimitNOFILE=1048576
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/containerd.service.d/20-limits.conf
        content: |
          [Service]
          LimitNOFILE=1048576
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["path"], let path = file.absolutePath, let help = help(for: path) else { continue }
        findings.add(
          at: node, in: part.text, "nodeup writes \(Printable.quote(path.text)) itself, over this one", help: help)
      }
    }
  }

  private static func help(for path: AbsolutePath) -> String? {
    if path.text.utf8.reversed().starts(with: "/containerd.service.d/10-kops.conf".utf8.reversed()) {
      return "give it a name that sorts behind, such as 20-local.conf"
    }
    if UnitDirectories.hold(path), units.contains(where: { $0.hasBytes(of: path.name) }) {
      return "write a drop-in: /etc/systemd/system/\(path.name).d/20-local.conf"
    }
    return files.contains { $0.hasBytes(of: path.text) }
      ? "set it in the kops cluster or instance group, or in a drop-in" : nil
  }

  private static let units = [
    "kops-configuration.service", "kubelet.service", "containerd.service", "protokube.service",
  ]
  private static let files = [
    "/etc/sysconfig/kops-configuration", "/etc/sysconfig/kubelet", "/etc/sysconfig/containerd",
    "/etc/containerd/config-kops.toml", "/var/lib/kubelet/kubelet.conf", "/var/lib/kubelet/kubeconfig",
    "/usr/local/bin/kubelet", "/opt/kops/bin/nodeup", "/opt/kops/conf/kube_env.yaml",
  ]
}
