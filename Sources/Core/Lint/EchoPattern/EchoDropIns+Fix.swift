extension EchoDropIns {
  /// The edits that take the items out of `bootcmd` and put a part with the document behind its part, in an InstanceGroup.
  /// Where nothing is left of the part, the document takes its place. Nil among them where one is not possible; none where
  /// the document may do something else than the items.
  func fix(_ commands: LintCommands, of part: LintPart, in group: LintGroup) -> [TextEdit?] {
    guard let entry = part.entry, let document, let layout = EntryLayout(entry), standApart(commands, in: part) else {
      return []
    }
    let gone = takesAll(commands) ? items + reloads : items
    if gone.count == commands.items.count, part.mapping?.entries.count == 1 {
      return layout.replacing(document)
    }
    let removed = gone.map { Self.removal(of: commands.items[$0], in: part.text) }
    let key = gone.count == commands.items.count ? [Self.removal(of: commands.keyNode, in: part.text)] : []
    let name = Self.name(beside: part.name, in: group)
    return removed + key + [layout.appending(name: name, document)]
  }

  /// Whether all items run, each as it stands, and neither they nor the other commands miss the others.
  private func standApart(_ commands: LintCommands, in part: LintPart) -> Bool {
    guard !startsAnew, part.text.isBare(commands.node), let shell = part.shells.first(where: { $0.kind == .bootcmd })
    else { return false }
    var left = items[...]
    for command in shell.shell.commands {
      let item = shell.item(at: command.range.lowerBound)
      if item == left.first {
        // What echo makes of a backslash depends on the shell.
        guard command.setting.isEmpty, item == shell.item(at: command.range.upperBound - 1),
          !shell.shell.bytes[command.range].contains(UInt8(ascii: "\\"))
        else { return false }
        left = left.dropFirst()
      } else if !left.isEmpty, !command.setting.contains(.apart), let first = command.words.first,
        Self.ending.contains(shell.shell.text(of: first))
      {
        return false
      }
    }
    let taken = Set(items)
    let others = commands.items.indices.filter { !taken.contains($0) }.map { commands.items[$0] }
    let rest = LintShell(
      LintCommands(
        key: commands.key, keyNode: commands.keyNode, node: commands.node, items: others, script: commands.script),
      in: part.text)
    return left.isEmpty && rest.shell.fault == nil && !PythonText.contains("systemd/system", in: rest.shell.bytes)
  }

  /// Behind these the items may not be reached.
  private static let ending = ["exit", "exec", "return", "set", ".", "source", "eval"]

  /// Nothing else is left that could need the reload.
  private func takesAll(_ commands: LintCommands) -> Bool {
    items.count + reloads.count == commands.items.count
  }

  /// The line of an item, or of the key, that is alone on it.
  private static func removal(of node: YAMLNode, in text: LintText) -> TextEdit? {
    guard node.start.line == node.end.line, text.isBare(node), let place = text.origin(at: node.start).position,
      let line = text.source.line(place.line),
      line.prefix(place.column - 1).allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }),
      text.origin(at: .start).part == nil
    else { return nil }
    return text.source.removal(ofLines: place.line, to: place.line)
  }

  /// `setup.txt` has `setup-units.yaml` beside it, or `setup-units-2.yaml` where there is one.
  private static func name(beside name: PartName, in group: LintGroup) -> String {
    let clean = ScriptName.clean(name)
    let stem = clean.lastIndex(of: ".").map { String(clean[..<$0]) } ?? clean
    let base = stem.isEmpty ? "units" : "\(stem)-units"
    let taken = group.entries.compactMap { entry in
      if case .string(let text) = entry["name"]?.value { text } else { nil }
    }
    let candidates = ["\(base).yaml"] + (2...taken.count + 2).map { "\(base)-\($0).yaml" }
    return candidates.first { !taken.contains($0) } ?? candidates[0]
  }
}

/// How an entry of `additionalUserData` is written: a block mapping, its content a literal block.
private struct EntryLayout {
  let text: LintText
  /// Columns before the dash, and before the keys.
  let dash, keys: Int
  let typeNode: YAMLNode
  let lastLine: Int
  let content: (first: Int, last: Int, indent: Int)

  /// Nil where it is written otherwise.
  init?(_ entry: LintEntry) {
    guard case .mapping(let fields) = entry.node.value, case .block = entry.node.style, let type = entry["type"],
      let content = entry["content"], case .literal(let first, let indent) = content.style,
      entry.text.origin(at: .start).part == nil, let line = entry.text.source.line(entry.node.start.line),
      let dash = line.firstIndex(of: UInt8(ascii: "-")),
      line.prefix(entry.node.start.column - 1).allSatisfy({ " -".utf8.contains($0) })
    else { return nil }
    text = entry.text
    self.dash = dash - line.startIndex
    keys = entry.node.start.column - 1
    typeNode = type
    lastLine = fields.entries.map { $0.value.lineBehind - 1 }.max() ?? entry.node.start.line
    self.content = (first, content.lineBehind - 1, indent)
  }

  func appending(name: String, _ document: String) -> TextEdit? {
    let (dash, keys) = (String(repeating: " ", count: dash), String(repeating: " ", count: keys))
    let lead = dash + "-" + String(repeating: " ", count: max(1, keys.utf8.count - dash.utf8.count - 1))
    let head = "\(lead)name: \(name)\n\(keys)type: text/cloud-boothook\n\(keys)content: |\n"
    return text.source.insertion(behindLine: lastLine, head + Self.indented(document, by: self.keys + 2))
  }

  func replacing(_ document: String) -> [TextEdit?] {
    let start = text.origin(at: Position(line: content.first, column: 1))
    let columns = text.source.line(content.last)?.columns ?? 0
    let end = text.origin(at: Position(line: content.last, column: columns + 1))
    let lines = Self.indented(document, by: content.indent).dropLast()
    return [text.edit(typeNode, "text/cloud-boothook"), text.source.edit(from: start, to: end, String(lines))]
  }

  private static func indented(_ document: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return document.split(separator: "\n").map { "\(margin)\($0)\n" }.joined()
  }
}
