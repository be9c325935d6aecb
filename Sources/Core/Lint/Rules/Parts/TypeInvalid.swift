enum TypeInvalid: LintRule {
  static let id = "type-invalid"
  static let severity = LintSeverity.error
  static let summary = "A part's type is none that kops takes"
  static let why: Prose = """
    kops looks at the type of each part and takes eight of them, in exactly these letters and without parameters:
    text/x-shellscript, text/cloud-config, text/cloud-boothook, text/cloud-config-archive, text/x-include-url,
    text/x-include-once-url, text/part-handler and text/upstart-job. It refuses the InstanceGroup for any other.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/x-shellscript-per-boot
          content: |
            #!/bin/sh
            date
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for entry in input.group?.entries ?? [] {
      guard let node = entry["type"], case .string(let type) = node.value, !KopsManifest.types.contains(type) else {
        continue
      }
      let meant = nearest(type)
      findings.add(
        at: node, in: entry.text, "kops does not take the type \(Printable.quote(type))",
        help: meant.map { "write \($0)" } ?? "use e.g. text/x-shellscript or text/cloud-config",
        fix: isSpelling(of: meant, type) ? [meant.flatMap { entry.text.edit(node, $0) }] : [])
    }
  }

  private static func nearest(_ type: String) -> String? {
    let plain = plain(type)
    if KopsManifest.types.contains(plain) { return plain }
    return Nearest.match(plain, among: KopsManifest.types.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Without parameters, white space and capitals.
  private static func plain(_ type: String) -> String {
    PythonText.asciiLowered(PythonText.stripped(type.split(separator: ";").first.map(String.init) ?? type))
  }

  private static func isSpelling(of meant: String?, _ type: String) -> Bool { meant?.hasBytes(of: plain(type)) == true }
}
