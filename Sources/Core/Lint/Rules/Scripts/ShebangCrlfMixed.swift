enum ShebangCrlfMixed: LintRule {
  static let id = "shebang-crlf-mixed"
  static let severity = LintSeverity.error
  static let summary = "Lines of a script end in CR LF"
  static let why: Prose = """
    cloud-init mends the line ends of a script only where its first line ends in CR LF. In any other the carriage returns
    stay, and a shell takes them for part of the last word: cd /srv fails, as there is no directory of that name. Where
    all lines have them the script runs, but not by any other means than cloud-init.
    """
  static let bad = "#!/bin/sh\ncd /srv\r\ndate\n"
  static let good = "#!/bin/sh\ncd /srv\ndate\n"

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts where !part.shells.isEmpty && part.type != .cloudConfig {
      let bytes = part.text.bytes
      let ended = part.text.lines.filter { line in
        line.range.upperBound < bytes.count && bytes[line.range.upperBound] == UInt8(ascii: "\r")
      }
      guard let first = ended.first else { continue }
      let isMended = LineEndings.dosToUnix(bytes).count < bytes.count
      findings.add(
        at: part.text.origin(at: Position(line: first.number, column: 1)),
        isMended
          ? "\(ended.count) lines end in CR LF, which only cloud-init mends"
          : "\(ended.count) lines end in CR LF, and a shell takes the CR for a part of them",
        help: "end lines in LF", severity: isMended ? .advice : nil,
        fix: ended.map { line in
          let place = part.text.origin(at: Position(line: line.number, column: 1))
          guard part.text.isPlaced, place.part == nil, let number = place.position?.line else { return nil }
          return part.source.removal(ofCarriageReturnOn: number)
        })
    }
  }
}
