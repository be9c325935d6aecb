enum SystemdDaemonReloadTypo: LintRule {
  static let id = "systemd-daemon-reload-typo"
  static let severity = LintSeverity.error
  static let summary = "A misspelt systemctl daemon-reload reloads nothing"
  static let why: Prose = """
    On most images there is a program systemd: it is the manager itself, and says nothing when it is run with words it does
    not know. So systemd daemon-reload fails without a trace, and units written before it are not seen.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - systemd daemon-reload
    """
  static let good = """
    #cloud-config
    bootcmd:
      - systemctl daemon-reload
    """

  /// Both words of each misspelling, and what was meant.
  private static let misspellings: [(written: String, wrong: Range<Int>, meant: String)] = [
    ("systemd daemon-reload", 0..<7, "systemctl"),
    ("systemctl deamon-reload", 10..<23, "daemon-reload"),
    ("systemctl daemon_reload", 10..<23, "daemon-reload"),
    ("systemctl reload-daemon", 10..<23, "daemon-reload"),
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for text in part.shellTexts {
        for line in text.lines where text.holds("system", line) { check(line, of: text, &findings) }
      }
    }
  }

  private static func check(_ line: LintLine, of text: LintText, _ findings: inout LintFindings) {
    let words = text.string(of: line).split(whereSeparator: \.isWhitespace)
    for index in words.indices.dropLast() {
      let pair = "\(words[index]) \(words[index + 1])"
      guard let found = misspellings.first(where: { $0.written == pair }) else { continue }
      let wrong = found.wrong.lowerBound == 0 ? words[index] : words[index + 1]
      let offset = line.range.lowerBound + wrong.utf8.distance(from: wrong.base.startIndex, to: wrong.startIndex)
      let range = offset..<offset + wrong.utf8.count
      findings.add(
        at: text.origin(ofByte: offset, on: line), length: wrong.utf8.count,
        "\"\(pair)\" does not reload systemd", help: "write systemctl daemon-reload",
        fix: [text.edit(range, found.meant)])
    }
  }
}
