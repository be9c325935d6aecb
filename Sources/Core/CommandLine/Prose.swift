/// Text of the manual: paragraphs, and lines that are shown as they stand.
///
/// Written as a string literal: an empty line ends a paragraph; a line that begins with two blanks stands as it is.
package struct Prose: Hashable, Sendable, ExpressibleByStringLiteral {
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    case verbatim([String])
  }

  package let blocks: [Block]

  init(blocks: [Block]) {
    self.blocks = blocks
  }

  package init(stringLiteral text: String) {
    var blocks: [Block] = []
    for lines in text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty) {
      if lines.allSatisfy({ $0.hasPrefix("  ") }) {
        blocks.append(.verbatim(lines.map { String($0.dropFirst(2)) }))
      } else {
        blocks.append(.paragraph(lines.joined(separator: " ")))
      }
    }
    self.blocks = blocks
  }

  /// `text` before the first paragraph, in the same paragraph.
  func led(by text: String) -> Prose {
    guard case .paragraph(let first) = blocks.first else { return Prose(blocks: [.paragraph(text)] + blocks) }
    return Prose(blocks: [.paragraph("\(text) \(first)")] + blocks.dropFirst())
  }
}
