/// Tells where in the text a found reference stands and what can be written there.
struct SiteFinder {
  private var lines: LineIndex

  init(_ text: [UInt8]) {
    lines = LineIndex(text)
  }

  private var text: [UInt8] { lines.text }

  /// Asked in the order of the text.
  mutating func site(of found: ReferenceFinder.Found) throws(BundleProblem) -> ReferenceSite {
    guard found.isInPlace else { throw .alias }
    let keyStart = lines.offset(of: found.key.start)
    let isExplicit = isExplicitKey(keyStart)
    let isOwn = found.holder.start <= found.key.start && found.key.start < found.holder.end
    switch found.form {
    case .file:
      guard isOwn else { throw .merged }
      guard !isExplicit else { throw .explicitKey }
      guard let end = Self.end(of: found.value, behind: found.value.start) else { throw .alias }
      let extent = extent(from: keyStart, to: lines.offset(of: end))
      return ReferenceSite(extent: extent, layout: layout(found, extent, isKnown: true))
    case .text, .image:
      let start = try scalarStart(lines.offset(of: found.value.start))
      let extent = extent(from: start, to: lines.offset(of: found.value.end))
      return ReferenceSite(extent: extent, layout: layout(found, extent, isKnown: isOwn && !isExplicit))
    }
  }

  private func layout(
    _ found: ReferenceFinder.Found, _ extent: Range<Int>, isKnown: Bool
  ) -> ReferenceSite.Layout {
    guard isKnown, found.holder.style == .block else { return .inline }
    var at = extent.upperBound
    while at < text.count && text[at] == UInt8(ascii: " ") { at += 1 }
    let isComment = at < text.count && text[at] == UInt8(ascii: "#") && at > extent.upperBound
    guard isComment || at == text.count || YAMLCharacters.lineBreak(at: at, in: text) > 0 else { return .inline }
    return .block(indent: found.key.start.column - 1)
  }

  /// Without the line ends that belong to a block scalar. Blanks before them go: behind another scalar a tab is no YAML.
  private func extent(from start: Int, to limit: Int) -> Range<Int> {
    var end = limit
    while end > start && ASCII.isSpace(text[end - 1]) { end -= 1 }
    while end < limit && ASCII.isBlank(text[end]) { end += 1 }
    return min(start, end)..<end
  }

  /// Whether `? ` stands before a key.
  private func isExplicitKey(_ start: Int) -> Bool {
    var at = start - 1
    while at >= 0 && text[at] == UInt8(ascii: " ") { at -= 1 }
    return at >= 0 && text[at] == UInt8(ascii: "?")
  }

  /// Behind the anchor that may stand before a scalar, and what separates the two.
  private func scalarStart(_ start: Int) throws(BundleProblem) -> Int {
    var at = start
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "!"): throw .tagged
      case UInt8(ascii: "&"):
        while at < text.count && !ASCII.isBlank(text[at]) && YAMLCharacters.lineBreak(at: at, in: text) == 0 { at += 1 }
      case UInt8(ascii: "#"): at = lines.lineEnd(after: at)
      case UInt8(ascii: " "), UInt8(ascii: "\t"): at += 1
      default:
        let length = YAMLCharacters.lineBreak(at: at, in: text)
        if length == 0 { return at }
        at += length
      }
    }
    return start
  }

  /// The end of the last thing written in a node; a block mapping's own end is the beginning of what follows. Nil where
  /// that thing is an alias, whose end is not known.
  private static func end(of node: YAMLNode, behind start: Position) -> Position? {
    guard node.start >= start else { return nil }
    guard node.style == .block else { return node.end }
    var end = node.start
    for part in parts(of: node) {
      guard let last = Self.end(of: part, behind: end) else { return nil }
      end = last
    }
    return end
  }

  private static func parts(of node: YAMLNode) -> [YAMLNode] {
    switch node.value {
    case .mapping(let mapping):
      (mapping.entries + mapping.shadowed).flatMap { [$0.key, $0.value] }.sorted { $0.start < $1.start }
    case .sequence(let items), .set(let items): items
    case .null, .bool, .int, .float, .string, .binary, .timestamp: []
    }
  }
}
