enum EchoDropIn: LintRule {
  static let id = "echo-drop-in"
  static let severity = LintSeverity.warning
  static let summary = "bootcmd builds a systemd drop-in with echo"
  static let why: Prose = """
    Each boot adds the lines once more; a line that is misquoted, or cut by a #, is found when a node does not join; and
    a later part's bootcmd takes the place of the whole list. A bringup document says the same as settings of the unit,
    checks them before it writes, and writes them once. bringup lint --fix makes a part of it, of type
    text/cloud-boothook, which runs /usr/bin/bringup of the image.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd:
              - mkdir -p /etc/systemd/system/kops-configuration.service.d
              - echo [Service] >> /etc/systemd/system/kops-configuration.service.d/10-setup.conf
              - echo TimeoutSec=infinity >> /etc/systemd/system/kops-configuration.service.d/10-setup.conf
              - systemctl daemon-reload
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-boothook
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            units:
              kops-configuration.service:
                timeoutSec: infinity
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      guard let commands = part.bootcmd else { continue }
      let pattern = EchoDropIns(commands, in: part.text)
      guard let first = pattern.items.first, let dropIn = pattern.dropIns.first else { continue }
      let node = commands.items[first]
      findings.add(
        at: part.text.origin(at: node.start), length: node.widthOnFirstLine,
        "\(pattern.items.count) commands build the drop-in \(Printable.quote(dropIn.name.text)) of \(dropIn.unit) "
          + "with echo, and again at each boot",
        help: "make a bringup document of it",
        fix: input.group.map { pattern.fix(commands, of: part, in: $0) } ?? [])
    }
  }
}
