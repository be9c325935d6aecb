extension Page {
  /// The page as man(7) source, checked by mandoc(1) and groff(1) without a complaint.
  package var roff: String {
    var lines = [".TH BRINGUP 1 \"\" \"bringup \(Self.escape(Version.text))\" \"System Administration\""]
    for section in sections {
      lines.append(".SH \(section.heading)")
      var followsHeading = true
      for block in section.blocks {
        lines += Self.lines(of: block, followsHeading: followsHeading)
        followsHeading = if case .subheading = block { true } else { false }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: Block, followsHeading: Bool) -> [String] {
    switch block {
    case .prose(let prose): (followsHeading ? [] : [".PP"]) + lines(of: prose)
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
        lines += WrappedText.lines(text, width: 72).map(escape)
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
