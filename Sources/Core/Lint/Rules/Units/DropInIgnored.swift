enum DropInIgnored: LintRule {
  static let id = "drop-in-ignored"
  static let severity = LintSeverity.warning
  static let summary = "systemd does not read a file of this name"
  static let why: Prose = """
    In a directory UNIT.d systemd reads the files that end in .conf, and beside it those that are called as a unit: NAME.service
    and the like. It says nothing of any other.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/kops-configuration.service.d/10-time
        content: |
          [Service]
          TimeoutStartSec=infinity
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/kops-configuration.service.d/10-time.conf
        content: |
          [Service]
          TimeoutStartSec=infinity
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for file in part.files {
        if let path = file.path, isIgnored(path), let node = file["path"] {
          findings.add(at: node, in: part.text, message(path), help: help)
        }
      }
      for shell in part.shells {
        for target in shell.shell.commands.flatMap(\.redirections) where target.operation != .read {
          let path = shell.shell.text(of: target.target)
          if target.target.form != .expanded, isIgnored(path) {
            findings.add(at: target.target.range, in: shell, message(path), help: help)
          }
        }
      }
    }
  }

  private static func message(_ path: String) -> String { "systemd does not read \(Printable.quote(path))" }

  private static let help = "end the name of a drop-in in .conf, and its directory in UNIT.d"

  /// Whether the path is in a directory of drop-ins without being one.
  private static func isIgnored(_ path: String) -> Bool {
    guard isBelowDropInDirectory(path), let path = AbsolutePath(known: path), UnitFilePath(path) == nil else {
      return false
    }
    // A drop-in in the directory next to it would be read.
    let directory = path.parent
    let neighbour = AbsolutePath(known: "\(directory.parent.text)/a.service.d/a.conf")
    return directory.name.utf8.suffix(2).elementsEqual(".d".utf8) && neighbour.flatMap(UnitFilePath.init) != nil
  }

  /// Whether a component ends in `.d`, as few do.
  private static func isBelowDropInDirectory(_ path: String) -> Bool {
    path.withBytes { bytes in
      bytes.indices.dropFirst(2).contains { at in
        bytes[at] == UInt8(ascii: "/") && bytes[at - 1] == UInt8(ascii: "d") && bytes[at - 2] == UInt8(ascii: ".")
      }
    }
  }
}
