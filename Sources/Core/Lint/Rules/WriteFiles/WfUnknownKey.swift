enum WfUnknownKey: LintRule {
  static let id = "wf-unknown-key"
  static let severity = LintSeverity.warning
  static let summary = "An entry has a key that cloud-init ignores"
  static let why: Prose = """
    An entry of write_files is made of path, content, owner, permissions, encoding, append, defer and source. What stands
    under mode or contents is ignored, and nothing tells.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        mode: "0755"
        content: "#!/bin/sh\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: "0755"
        content: "#!/bin/sh\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        for entry in file.fields?.entries ?? [] {
          if findings.isFull { return }
          check(entry.key, of: file, part, &findings)
        }
        guard case .mapping(let source) = file["source"]?.value else { continue }
        for entry in source.entries where !isOne(of: ["uri", "headers"], entry.key) {
          findings.add(
            at: entry.key, in: part.text, "a source has no key \(entry.key.shown), and cloud-init ignores it",
            help: "write uri or headers")
        }
      }
    }
  }

  private static func check(_ node: YAMLNode, of file: LintFile, _ part: LintPart, _ findings: inout LintFindings) {
    guard !isOne(of: FileEntry.keys, node) else { return }
    let alias = meaning(of: node)
    var meant = alias
    if meant == nil, case .string(let key) = node.value, key.utf8.count <= 40 {
      meant = Nearest.match(key, among: FileEntry.keys)
    }
    // Of two keys that mean the same, only a person knows which one counts.
    let isOnly = file.fields?.entries.allSatisfy { entry in
      entry.key.start == node.start || (meaning(of: entry.key) ?? entry.key.string) != alias
    }
    findings.add(
      at: node, in: part.text, "an entry has no key \(node.shown), and cloud-init ignores it",
      help: meant.map { "write \($0)" } ?? "take it out",
      fix: isOnly == true ? alias.map { [part.text.edit(node, $0)] } ?? [] : [])
  }

  /// The key that people mean by another.
  private static func meaning(of node: YAMLNode) -> String? { aliases.first { isOne(of: $0.words, node) }?.meant }

  private static func isOne(of words: [String], _ node: YAMLNode) -> Bool {
    guard case .string(let key) = node.value else { return false }
    return words.contains { $0.hasBytes(of: key) }
  }

  private static let aliases: [(words: [String], meant: String)] = [
    (["mode", "perm", "perms", "permission", "chmod"], "permissions"),
    (["contents", "data", "text", "body", "Content"], "content"),
    (["file", "filename", "dest", "destination", "target", "Path"], "path"),
    (["enc"], "encoding"), (["deferred"], "defer"),
  ]
}
