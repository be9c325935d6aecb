enum FlatcarUnsupported: LintRule {
  static let id = "flatcar-unsupported"
  static let severity = LintSeverity.warning
  static let summary = "Flatcar's own program does not do what cloud-init does"
  static let why: Prose = """
    Flatcar has no cloud-init. Its coreos-cloudinit runs the parts in the order of the message, kops' own first, does not
    merge, and of a configuration knows ssh_authorized_keys, coreos, write_files, hostname, users and manage_etc_hosts alone.
    Other types of parts are not for it.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      image: 075585003325/Flatcar-stable-3815.2.0-hvm
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd:
              - modprobe br_netfilter
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      image: 075585003325/Flatcar-stable-3815.2.0-hvm
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            write_files:
              - path: /etc/modules-load.d/bridge.conf
                content: |
                  br_netfilter
    """

  private static let keys = ["ssh_authorized_keys", "coreos", "write_files", "hostname", "users", "manage_etc_hosts"]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.assumptions.image.value == .flatcar, input.isWalkedByCloudInit else { return }
    for part in input.parts {
      switch part.type {
      case .shellScript: continue
      case .cloudConfig:
        for entry in part.mapping?.entries ?? [] {
          guard let key = entry.key.string, !isKnown(key) else { continue }
          findings.add(
            at: entry.key, in: part.text, "coreos-cloudinit ignores \(Printable.quote(key))",
            help: "do it in a script, or by an image with cloud-init", assuming: [.image])
        }
      case .cloudConfigPatch, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce, .boothook, .includeURL,
        .includeOnceURL, .partHandler, .jinja, .upstartJob, .bringup, .unhandled:
        findings.add(
          at: part.typeOrigin, length: part.typeWidth,
          "coreos-cloudinit does not know parts of the type \(part.type.name)",
          help: "do it in a script of the type text/x-shellscript", assuming: [.image])
      }
    }
  }

  /// It reads a dash as an underscore.
  private static func isKnown(_ key: String) -> Bool {
    let bytes = key.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    return keys.contains { $0.utf8.elementsEqual(bytes) }
  }
}
