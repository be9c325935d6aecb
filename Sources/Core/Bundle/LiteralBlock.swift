/// Text as a literal block scalar: `|`, and below it the text's lines, indented.
///
/// `echo hi\n` is `|` and the line `echo hi`; `  a` is `|2-` and the line `  a`, two columns further in.
struct LiteralBlock {
  /// What is made of the line ends at the end of the block (YAML 1.1, 9.1.1.2).
  enum Chomping: String {
    case clip = ""
    case strip = "-"
    case keep = "+"
  }

  /// How many columns the block is indented more than the key it belongs to.
  static let step = 2

  private let content: [UInt8]
  private let chomping: Chomping
  private let indicator: String

  /// Nil for text that no block can hold: what YAML takes for another line end than LF, what it refuses, and text of
  /// nothing but line ends. `content` is UTF-8.
  init?(_ content: [UInt8]) {
    guard let first = content.first(where: { $0 != UInt8(ascii: "\n") }) else { return nil }
    guard !YAMLEscapes.areNeeded(in: content) else { return nil }
    self.content = content
    // A reader tells the indentation from the first line; libyaml stumbles over a tab there, too.
    indicator = ASCII.isBlank(first) ? String(Self.step) : ""
    chomping =
      switch content.reversed().prefix(while: { $0 == UInt8(ascii: "\n") }).prefix(2).count {
      case 0: .strip
      case 1: .clip
      case _: .keep
      }
  }

  var header: [UInt8] { Array("|\(indicator)\(chomping.rawValue)".utf8) }

  /// The lines, each ended by `lineEnd`; an empty one has no indentation.
  func body(indent: Int, lineEnd: [UInt8]) -> [UInt8] {
    var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let margin = [UInt8](repeating: UInt8(ascii: " "), count: indent)
    var body: [UInt8] = []
    body.reserveCapacity(content.count + lines.count * (indent + lineEnd.count))
    for line in lines { body += (line.isEmpty ? [] : margin) + line + lineEnd }
    return body
  }

  /// Whether a block indented by `indent` would end at `offset` of `text`, where a line begins: blank lines and comments
  /// that stand further in would be read as part of it, and one that keeps its line ends keeps those of blank lines, too.
  func ends(before offset: Int, of text: [UInt8], indent: Int) -> Bool {
    var at = offset
    while at < text.count {
      let start = at
      while at < text.count && text[at] == UInt8(ascii: " ") { at += 1 }
      let column = at - start
      if at == text.count { return column <= indent }
      let length = YAMLCharacters.lineBreak(at: at, in: text)
      guard length > 0 else { return column < indent && text[at] != UInt8(ascii: "\t") }
      if column > indent || chomping == .keep { return false }
      at += length
    }
    return true
  }
}
