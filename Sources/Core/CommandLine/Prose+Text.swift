extension Prose {
  /// As plain text: a paragraph is one line.
  var text: String { joined(verbatim: { lines in lines.map { "  \($0)" } }) }

  /// As Markdown, whose paragraphs are wrapped, and whose verbatim lines are indented by four.
  var markdown: String {
    joined(verbatim: { lines in lines.map { "    \($0)" } }, paragraph: { WrappedText.lines($0, width: 120) })
  }

  private func joined(verbatim: ([String]) -> [String], paragraph: (String) -> [String] = { [$0] }) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let text): paragraph(text).joined(separator: "\n")
      case .verbatim(let lines): verbatim(lines).joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }
}
