enum MergeClobber: LintRule {
  static let id = "merge-clobber"
  static let severity = LintSeverity.error
  static let summary = "A part replaces what an earlier one has under the same key"
  static let why: Prose = """
    cloud-init merges all configurations into one, and a later part's keys replace an earlier one's, lists and all, unless
    the later part itself says otherwise in its merge_how. Of two parts with a bootcmd, only the last one's is run.
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
            bootcmd: [date]
        - name: b.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd: [uptime]
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd: [date]
        - name: b.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            merge_how: "list(append)+dict(no_replace,recurse_list)+str()"
            bootcmd: [uptime]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for chain in input.mergedTogether where chain.count > 1 { check(chain, &findings) }
  }

  private static func check(_ chain: [LintPart], _ findings: inout LintFindings) {
    /// Who has a list or mapping under a key so far.
    var owners: [PythonKey: PartName] = [:]
    for part in chain {
      guard case .success(let strategy) = part.mergeStrategy, strategy.mappings != nil else { continue }
      let replaces = !part.saysHowToMerge
      for entry in part.mapping?.entries ?? [] {
        let key = PythonKey(entry.key)
        if replaces, let owner = owners[key] {
          findings.add(
            at: entry.key, in: part.text,
            "\(entry.key.shown) replaces what part \(Printable.quote(owner.description)) has under that key", help: help
          )
        }
        if holdsSomething(entry.value) {
          owners[key] = part.name
        } else if replaces {
          owners[key] = nil
        }
      }
    }
  }

  /// Where a single value is replaced, that is most likely what was meant.
  private static func holdsSomething(_ node: YAMLNode) -> Bool {
    switch node.value {
    case .sequence, .mapping, .set: node.isTrue
    case .null, .bool, .int, .float, .string, .binary, .timestamp: false
    }
  }

  private static let help =
    "put both into one part, or write merge_how: \"\(MergeHowIneffective.example)\" in this one"
}
