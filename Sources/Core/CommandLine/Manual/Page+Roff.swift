extension Page {
  /// The page as man(7) source, checked by mandoc(1) and groff(1) without a complaint.
  package var roff: String {
    var lines = [".TH BRINGUP 1 \"\" \"bringup \(Self.escape(Version.text))\" \"System Administration\""]
    for section in sections {
      lines.append(".SH \(section.heading)")
      for (index, block) in section.blocks.enumerated() {
        lines += Self.lines(of: block, isFirst: index == 0)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: Block, isFirst: Bool) -> [String] {
    switch block {
    case .prose(let prose): (isFirst ? [] : [".PP"]) + lines(of: prose)
    case .subheading(let heading): [".SS \(escape(heading))"]
    case .item(let term, let prose): [".TP", ".B \(escape(term))"] + lines(of: prose, isItem: true)
    }
  }

  private static func lines(of prose: Prose, isItem: Bool = false) -> [String] {
    var lines: [String] = []
    for (index, block) in prose.blocks.enumerated() {
      switch block {
      case .paragraph(let text):
        if index > 0 { lines.append(isItem ? ".IP" : ".PP") }
        lines.append(escape(text))
      case .verbatim(let verbatim):
        if index > 0 { lines.append(".PP") }
        lines += [".RS 4", ".nf"] + verbatim.map(escape) + [".fi", ".RE"]
      }
    }
    return lines
  }

  /// A backslash and a minus mean themselves; a line does not begin with the control characters `.` and `'`.
  private static func escape(_ text: String) -> String {
    var result = ""
    if let first = text.first, first == "." || first == "'" { result = "\\&" }
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case _: result.append(character)
      }
    }
    return result
  }
}
