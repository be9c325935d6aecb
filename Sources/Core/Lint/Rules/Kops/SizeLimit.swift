enum SizeLimit: LintRule {
  static let id = "size-limit"
  static let severity = LintSeverity.error
  static let summary = "The user-data is larger than the cloud takes"
  static let why: Prose = """
    Each cloud has a limit, AWS the lowest with 16384 bytes, and kops does not look: no node of the group starts. kops' own
    script is in it as well, with 4 to 6 KB. Shorten what is there, have a script fetch the rest, or give files as gz+b64.
    """
  static let bad = group(lines: 300)
  static let good = group(lines: 3)

  private static func group(lines: Int) -> String {
    """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-hosts.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
    """ + (1...lines).map { "\n        echo '10.0.0.\($0 % 250) node-\($0).example.org' >> /run/hosts" }.joined()
  }

  /// kops' own script, by what it is at least and at most.
  private static let nodeup = 3_800...5_600

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    let limit = input.assumptions.cloud.value.userDataLimit
    switch input.form {
    case .message:
      guard let source = input.sources.first else { return }
      let count = source.original.count
      report(count...count, limit, Origin(source: source.name, position: .start), 0, &findings)
    case .instanceGroup(let group):
      guard let key = group.userDataKey, !group.entries.isEmpty else { return }
      let own = KopsMessage.byteCount(of: group.entries)
      let range = group.hasNodeup ? own + nodeup.lowerBound...own + nodeup.upperBound : own...own
      report(range, limit, group.text.origin(at: key.start), key.widthOnFirstLine, &findings)
    case .files, .gravity: return
    }
  }

  private static func report(
    _ size: ClosedRange<Int>, _ limit: Int, _ origin: Origin, _ length: Int, _ findings: inout LintFindings
  ) {
    let help = "shorten it, fetch what is long, or give files as gz+b64"
    let shown = size.count == 1 ? "\(size.lowerBound)" : "\(size.lowerBound) to \(size.upperBound)"
    if size.lowerBound > limit {
      findings.add(
        at: origin, length: length, "the user-data is \(shown) bytes long, and the cloud takes \(limit)", help: help,
        assuming: [.cloud])
    } else if size.upperBound > limit / 10 * 9 {
      findings.add(
        at: origin, length: length,
        "the user-data is \(shown) bytes long, near or above the \(limit) that the cloud takes",
        help: help, assuming: [.cloud], severity: .warning)
    }
  }
}

extension LintCloud {
  /// Bytes of user-data that an instance can be given.
  fileprivate var userDataLimit: Int {
    switch self {
    case .aws: 16_384
    case .gce: 262_144
    case .azure: 65_535
    case .hetzner: 32_768
    // 65535 characters of base64.
    case .openstack: 49_149
    }
  }
}
