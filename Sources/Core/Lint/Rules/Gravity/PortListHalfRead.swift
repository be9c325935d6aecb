enum PortListHalfRead: LintRule {
  static let id = "port-list-half-read"
  static let severity = LintSeverity.warning
  static let summary = "Gravity reads only one range of several in a text"
  static let why: Prose = """
    Between nodes Gravity reads "80, 8000-8002" as four ports; on the node itself it looks for the first range in the text,
    and 80 is not checked. Without a range in it, such a text is an error there. Write an item for each.
    """
  static let bad = GravityManifestInvalid.manifest("network: {ports: [{protocol: tcp, ranges: [\"80, 8000-8002\"]}]}")
  static let good = GravityManifestInvalid.manifest(
    "network: {ports: [{protocol: tcp, ranges: [\"80\", \"8000-8002\"]}]}")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements where requirements.reader == .gravity {
      for (list, node) in requirements.portRanges {
        guard let string = node.string, string.utf8.contains(UInt8(ascii: ",")) else { continue }
        let bytes = Array(string.utf8)
        let items = PortItem.items(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        let isList = items.allSatisfy {
          !$0.isEmpty && $0.utf8.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
        }
        findings.add(
          at: node, in: requirements.text, "Gravity checks no more than one range of the \(items.count) on the node",
          help: "write an item for each",
          fix: isList ? [split(node, items, list, requirements.text)] : [])
      }
    }
  }

  /// An item for each, in the style of the list.
  private static func split(_ node: YAMLNode, _ items: [String], _ list: YAMLNode, _ text: LintText) -> TextEdit? {
    let quoted = items.map { "\"\($0)\"" }
    if case .flow = list.style { return text.edit(node, quoted.joined(separator: ", ")) }
    guard let column = text.origin(at: node.start).position?.column, column > 2,
      text.written(from: Position(line: node.start.line, column: node.start.column - 2), to: node.start) == "- "
    else { return nil }
    return text.edit(node, quoted.joined(separator: "\n\(String(repeating: " ", count: column - 3))- "))
  }
}
