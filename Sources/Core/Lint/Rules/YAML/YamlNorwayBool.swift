enum YamlNorwayBool: LintRule {
  static let id = "yaml-norway-bool"
  static let severity = LintSeverity.warning
  static let summary = "A text without quotes is read as something else"
  static let why: Prose = """
    In YAML 1.1, which cloud-init reads, yes, no, on and off are booleans, 22:22 is the number 1342, 0755 is 493, 1.10 is
    1.1 and 2030-01-01 is a date. Where text is wanted, such a value comes out changed, or is left out without a word.
    """
  static let bad = """
    #cloud-config
    keyboard:
      layout: no
    """
  static let good = """
    #cloud-config
    keyboard:
      layout: "no"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      guard let mapping = part.mapping else { continue }
      var reading = MisreadSearch(part: part)
      for entry in mapping.entries {
        reading.check(key: entry.key, &findings)
        guard case .string(let key) = entry.key.value, !others.contains(where: { $0.hasBytes(of: key) }) else {
          continue
        }
        reading.check(entry.value, TextPlace.fields(TextPlace.ofConfig).place(of: key), &findings)
      }
    }
  }

  /// Rules of their own look at what is in these.
  private static let others = ["bootcmd", "runcmd", "write_files"]
}

/// Looks through one part for what was read as another thing than it was written.
private struct MisreadSearch {
  let part: LintPart
  /// An alias stands for its anchor's node, which is told of once.
  private var told: Set<Position> = []

  init(part: LintPart) {
    self.part = part
  }

  mutating func check(key: YAMLNode, _ findings: inout LintFindings) {
    switch key.value {
    case .bool, .timestamp: tell(key, &findings)
    case .int, .float: if isSexagesimal(key) { tell(key, &findings) }
    case .null, .string, .binary, .sequence, .mapping, .set: return
    }
  }

  /// Recursion ends at ``Limits/yamlDepth``.
  mutating func check(_ node: YAMLNode, _ place: TextPlace?, _ findings: inout LintFindings) {
    switch node.value {
    case .mapping(let mapping):
      for entry in mapping.entries {
        check(key: entry.key, &findings)
        let inner: TextPlace? = if case .string(let key) = entry.key.value { place?.place(of: key) } else { nil }
        check(entry.value, inner, &findings)
      }
    case .sequence(let items):
      for item in items { check(item, place?.placeOfItems, &findings) }
    case .bool, .int, .float, .timestamp:
      if isMisread(node, at: place) { tell(node, &findings) }
    case .null, .string, .binary, .set: return
    }
  }

  private func isMisread(_ node: YAMLNode, at place: TextPlace?) -> Bool {
    switch place {
    case .textOnly: return true
    case .items(let place): return isMisread(node, at: place)
    case .text: return !isReadAsWritten(node)
    case .fields, nil:
      if case .timestamp = node.value { return true }
      return isSexagesimal(node)
    }
  }

  /// `22:22`, in base 60.
  private func isSexagesimal(_ node: YAMLNode) -> Bool {
    node.written?.utf8.contains(UInt8(ascii: ":")) ?? false
  }

  /// A number that Python writes as the text has it.
  private func isReadAsWritten(_ node: YAMLNode) -> Bool {
    switch node.value {
    case .int(let number): node.written?.hasBytes(of: number.description) ?? true
    case .float(let number): node.written?.hasBytes(of: PythonFloat.repr(number)) ?? true
    case .null, .bool, .string, .binary, .timestamp, .sequence, .mapping, .set: false
    }
  }

  private mutating func tell(_ node: YAMLNode, _ findings: inout LintFindings) {
    guard let written = node.written, told.insert(node.start).inserted else { return }
    findings.add(
      at: node, in: part.text, "\(Printable.quote(written)) is read as \(taken(node)), not as text",
      help: "put it in quotes", fix: [part.text.edit(node, "\"\(written)\"")])
  }

  private func taken(_ node: YAMLNode) -> String {
    switch node.value {
    case .int, .float: "the number \(node.shown)"
    case .null, .bool, .string, .binary, .timestamp, .sequence, .mapping, .set: node.kind
    }
  }
}
