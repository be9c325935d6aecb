extension MergeStrategy {
  /// The strategy of a part: the mergers of its `merge_how`, else its `merge_type`, then those of its header, else
  /// the standard ones.
  ///
  /// A null counts as no key at all. Throws what makes cloud-init drop the part.
  static func of(_ root: YAMLMapping, header: String?) throws(MergeProblem) -> MergeStrategy {
    var mergers: [Merger] = []
    if let node = key(of: root).flatMap({ root[$0] }) { mergers = try parse(node) }
    mergers += try parse(header ?? "")
    return mergers.isEmpty ? .standard : MergeStrategy(mergers)
  }

  /// The keys that cloud-init takes out of the part: `merge_how`, and `merge_type` where that is null or absent.
  static func consumedKeys(of root: YAMLMapping) -> [String] {
    if let node = root["merge_how"], !node.isNull { return ["merge_how"] }
    return ["merge_how", "merge_type"]
  }

  private typealias Merger = (kind: Kind, options: Options)

  private static func key(of root: YAMLMapping) -> String? {
    consumedKeys(of: root).first { root[$0].map { !$0.isNull } ?? false }
  }

  private static func parse(_ node: YAMLNode) throws(MergeProblem) -> [Merger] {
    switch node.value {
    case .string(let text): return try parse(text)
    case .sequence(let items), .set(let items): return try parse(items)
    case .mapping(let mapping): return try parse(mapping.entries.map(\.key))
    case .binary(let data) where data.isEmpty: return []
    case .null, .bool, .int, .float, .binary, .timestamp: throw .notMergers(found: node.kind)
    }
  }

  /// `name(option,option)+name()`, in any case, with `-` for `_`.
  private static func parse(_ text: String) throws(MergeProblem) -> [Merger] {
    var mergers: [Merger] = []
    for piece in text.unicodeScalars.split(separator: "+", omittingEmptySubsequences: false) {
      let merger = PythonText.asciiLowered(PythonText.stripped(String(piece)))
      if merger.isEmpty { continue }
      let scalars = merger.unicodeScalars
      guard let open = scalars.firstIndex(of: "("), open > scalars.startIndex, scalars.last == ")",
        !scalars.contains("\n")
      else {
        throw .malformed(merger)
      }
      let options = scalars[scalars.index(after: open)..<scalars.index(before: scalars.endIndex)]
      let words = options.split(separator: ",").map { word in
        underscored(PythonText.stripped(String(word)))
      }
      mergers.append((try kind(underscored(String(scalars[..<open]))), Options(listing: words)))
    }
    return mergers
  }

  private static func parse(_ items: [YAMLNode]) throws(MergeProblem) -> [Merger] {
    var mergers: [Merger] = []
    for item in items {
      if let merger = try parseItem(item) { mergers.append(merger) }
    }
    return mergers
  }

  /// `{name: list, settings: [append]}` or `[list, append]`. Nil where the name is empty.
  private static func parseItem(_ node: YAMLNode) throws(MergeProblem) -> Merger? {
    switch node.value {
    case .mapping(let mapping):
      guard case .string(let name) = mapping["name"]?.value, let settings = mapping["settings"] else {
        throw .itemWithoutSettings
      }
      let merger = PythonText.stripped(underscored(name))
      return merger.isEmpty ? nil : (try kind(merger), try Options(settings))
    case .sequence(let items):
      guard let first = items.first else { throw .notMergers(found: "an empty list") }
      if !first.isTrue { return nil }
      guard case .string(let name) = first.value else { throw .notMergers(found: first.kind) }
      return (try kind(name), Options(listing: items.dropFirst().compactMap(\.text)))
    case .binary(let data) where data.first == 0:
      // Its first byte is the number 0 to Python, an empty name.
      return nil
    case .null, .bool, .int, .float, .string, .binary, .timestamp, .set: throw .notMergers(found: node.kind)
    }
  }

  /// The name of a merger of cloud-init, with or without its `m_`.
  private static func kind(_ name: String) throws(MergeProblem) -> Kind {
    let bare = name.utf8.starts(with: "m_".utf8) ? String(name.dropFirst(2)) : name
    if bare.utf8.elementsEqual("dict".utf8) { return .mappings }
    if bare.utf8.elementsEqual("list".utf8) { return .lists }
    if bare.utf8.elementsEqual("str".utf8) { return .texts }
    throw .unknownMerger(name)
  }

  private static func underscored(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "-" ? "_" : $0 }))
  }
}

extension MergeStrategy.Options {
  fileprivate init(listing words: [String]) {
    self = []
    for (word, option) in Self.words where words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
      insert(option)
    }
  }

  /// `word in settings`, of a list, the keys of a mapping, or as part of a text: `no_replace` holds `replace`.
  fileprivate init(_ settings: YAMLNode) throws(MergeProblem) {
    switch settings.value {
    case .sequence(let items), .set(let items): self.init(listing: items.compactMap(\.text))
    case .mapping(let mapping): self.init(listing: mapping.entries.compactMap(\.key.text))
    case .string(let text):
      self = []
      for (word, option) in Self.words where PythonText.contains(word, in: text) { insert(option) }
    case .null, .bool, .int, .float, .binary, .timestamp: throw .notSettings(found: settings.kind)
    }
  }
}
