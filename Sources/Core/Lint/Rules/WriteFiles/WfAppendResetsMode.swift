enum WfAppendResetsMode: LintRule {
  static let id = "wf-append-resets-mode"
  static let severity = LintSeverity.warning
  static let summary = "Text appended to a file takes its owner and mode away"
  static let why: Prose = """
    With append, too, cloud-init sets the owner and the mode of the file: those of the entry, or else root:root and 0644. So
    a line added to /etc/shadow makes it readable by everybody. Write what the file had. Most files in /etc are root's and
    0644 anyway, and are not told of.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/sudoers
        append: true
        content: "%operators ALL=(ALL) NOPASSWD:ALL\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/sudoers
        append: true
        owner: root:root
        permissions: "0440"
        content: "%operators ALL=(ALL) NOPASSWD:ALL\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.parts.contains(where: { $0.files.contains(where: \.isAppended) }) else { return }
    for list in input.fileLists {
      /// Files that an entry before gave an owner or a mode of its own.
      var set: Set<AbsolutePath> = []
      for (part, file) in list {
        guard let path = file.absolutePath, let node = file["path"] else { continue }
        let missing = ["owner", "permissions"].filter { file[$0] == nil }
        if missing.count < 2 { set.insert(path) }
        guard file.isAppended, !missing.isEmpty, set.contains(path) && missing.count == 2 || !isPlain(path) else {
          continue
        }
        findings.add(
          at: node, in: input.parts[part].text,
          "appending makes the file \(missing.map(\.becomes).joined(separator: " and ")), whatever it was",
          help: "write \(missing.joined(separator: " and ")) as the file has them")
      }
    }
  }

  /// A file that is most likely root's and 0644.
  private static func isPlain(_ path: AbsolutePath) -> Bool {
    path.text.utf8.starts(with: "/etc/".utf8) && !special.contains { path.text.utf8.starts(with: $0.utf8) }
  }

  /// Beginnings of paths in `/etc` of files that others may not read, or that are programs.
  private static let special = [
    "/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/etc/ssh/", "/etc/cron.hourly/", "/etc/cron.daily/",
    "/etc/cron.weekly/", "/etc/cron.monthly/", "/etc/init.d/", "/etc/rc.local", "/etc/kubernetes/", "/etc/ssl/private/",
    "/etc/security/opasswd", "/etc/crypttab",
  ]
}

extension String {
  /// What a file is without the field.
  fileprivate var becomes: String { self == "owner" ? "root:root" : "0644" }
}
