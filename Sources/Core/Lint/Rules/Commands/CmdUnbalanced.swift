enum CmdUnbalanced: LintRule {
  static let id = "cmd-unbalanced"
  static let severity = LintSeverity.error
  static let summary = "A shell cannot read the commands to their end"
  static let why: Prose = """
    All items of bootcmd, and all of runcmd, are one script for /bin/sh. At a quote that is not closed, an if without its
    fi or the like the shell gives up: the items before have run, this one and those behind it do not.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - if test -e /dev/sdb; then mkfs.ext4 /dev/sdb
      - date
    """
  static let good = """
    #cloud-config
    runcmd:
      - if test -e /dev/sdb; then
      - mkfs.ext4 /dev/sdb
      - fi
      - date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for shell in part.shells {
        guard let fault = shell.shell.fault else { continue }
        let what = shell.kind == .script || shell.kind == .boothook ? "rest of the script" : "items from here on"
        switch fault.kind {
        case .unclosed(let quote):
          findings.add(
            at: fault.range, in: shell, "\(quote) is never closed, so the \(what) cannot run", help: "close it")
        case .missing(let word, let opening):
          findings.add(
            at: fault.range, in: shell, "\(opening) has no \(word), so the \(what) cannot run",
            help: "write \(word) behind it")
        case .unexpected(let word):
          findings.add(
            at: fault.range, in: shell, "\(Printable.quote(word)) cannot stand here, so the \(what) cannot run",
            help: "look for what it ends, or for what is missing before it")
        case .nothingBehind(let word):
          findings.add(
            at: fault.range, in: shell, "nothing is behind \(Printable.quote(word)), so the \(what) cannot run",
            help: "write what it is for, or take it out")
        }
      }
    }
  }
}
