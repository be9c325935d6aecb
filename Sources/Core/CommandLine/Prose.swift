/// Text of the manual: paragraphs, and lines that are shown as they stand.
///
/// Written as a string literal: an empty line ends a paragraph; a line that begins with two blanks stands as it is.
package struct Prose: Hashable, Sendable, ExpressibleByStringLiteral {
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    case verbatim([String])
  }

  /// The command table is made at every start, and hardly ever shown: its text is taken apart only then.
  private enum Source: Hashable, Sendable {
    case literal(String)
    case blocks([Block])
  }

  private let source: Source

  package var blocks: [Block] {
    switch source {
    case .literal(let text): Prose.blocks(of: text)
    case .blocks(let blocks): blocks
    }
  }

  init(blocks: [Block]) {
    source = .blocks(blocks)
  }

  package init(stringLiteral text: String) {
    source = .literal(text)
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    for lines in text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty) {
      if lines.allSatisfy({ $0.hasPrefix("  ") }) {
        blocks.append(.verbatim(lines.map { String($0.dropFirst(2)) }))
      } else {
        blocks.append(.paragraph(lines.joined(separator: " ")))
      }
    }
    return blocks
  }

  /// `text` before the first paragraph, in the same paragraph.
  func led(by text: String) -> Prose {
    let blocks = self.blocks
    guard case .paragraph(let first) = blocks.first else { return Prose(blocks: [.paragraph(text)] + blocks) }
    return Prose(blocks: [.paragraph("\(text) \(first)")] + blocks.dropFirst())
  }
}
