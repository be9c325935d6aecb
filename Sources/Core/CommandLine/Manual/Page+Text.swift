extension Page {
  /// The page for a terminal, at most 80 columns wide.
  package var text: String {
    sections.map { section in
      "\(section.heading)\n" + Self.text(of: section.blocks)
    }.joined(separator: "\n")
  }

  private static let width = 80
  private static let termWidth = 26

  private static func text(of blocks: [Block]) -> String {
    var text = ""
    for (index, block) in blocks.enumerated() {
      switch block {
      case .prose(let prose):
        if index > 0 { text += "\n" }
        text += lines(of: prose, indent: 2).joined(separator: "\n") + "\n"
      case .subheading(let heading):
        if index > 0 { text += "\n" }
        text += "  \(heading)\n"
      case .item(let term, let prose):
        if index > 0, case .prose = blocks[index - 1] { text += "\n" }
        text += item(term, lines(of: prose, indent: termWidth))
      }
    }
    return text
  }

  /// The term beside the first line where it fits, above it where not.
  private static func item(_ term: String, _ lines: [String]) -> String {
    let head = "  \(term)"
    guard let first = lines.first, head.count + 2 <= termWidth else {
      return ([head] + lines).joined(separator: "\n") + "\n"
    }
    let padding = String(repeating: " ", count: termWidth - head.count)
    return ([head + padding + first.drop { $0 == " " }] + lines.dropFirst()).joined(separator: "\n") + "\n"
  }

  private static func lines(of prose: Prose, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (index, block) in prose.blocks.enumerated() {
      if index > 0 { lines.append("") }
      switch block {
      case .paragraph(let text): lines += WrappedText.lines(text, width: width - indent).map { margin + $0 }
      case .verbatim(let verbatim): lines += verbatim.map { "\(margin)  \($0)" }
      }
    }
    return lines
  }
}
