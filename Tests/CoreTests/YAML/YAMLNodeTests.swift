import Core
import Testing

/// What a node keeps beside its value: places, styles, shadowed entries.
struct YAMLNodeTests {
  private func parse(_ text: String) throws -> YAMLNode {
    try #require(try YAML.parse(Array(text.utf8), placement: .whole("x")))
  }

  private func mapping(_ node: YAMLNode) throws -> YAMLMapping {
    guard case .mapping(let mapping) = node.value else {
      Issue.record("not a mapping")
      return YAMLMapping(entries: [])
    }
    return mapping
  }

  @Test("a node begins and ends where it is written, counted in characters")
  func places() throws {
    let root = try mapping(parse("é: 'ü'\nlist:\n  - {a: b}\n"))
    let first = try #require(root.entries.first)
    #expect(first.key.start == Position(line: 1, column: 1))
    #expect(first.value.start == Position(line: 1, column: 4))
    #expect(first.value.end == Position(line: 1, column: 7))
    guard case .sequence(let items)? = root["list"]?.value else {
      Issue.record("no list")
      return
    }
    #expect(items.first?.start == Position(line: 3, column: 5))
    #expect(items.first?.style == .flow)
  }

  @Test("a byte order mark before the text has no column")
  func byteOrderMark() throws {
    #expect(try parse("\u{FEFF}a: 1").start == Position(line: 1, column: 1))
  }

  @Test("an alias lies where its anchor does")
  func alias() throws {
    #expect(try mapping(parse("a: &x b\nc: *x"))["c"]?.start == Position(line: 1, column: 4))
  }

  @Test("an entry replaced by a later equal key is recorded, one replaced in a merge is not")
  func shadowed() throws {
    let twice = try mapping(parse("a: 1\nb: 2\na: 3\n1: x\n1.0: y\ntrue: z\n"))
    #expect(TaggedJSON.lines(twice.entries) == ["\"a\": !int 3", "\"b\": !int 2", "!int 1: \"z\""])
    #expect(TaggedJSON.lines(twice.shadowed) == ["\"a\": !int 1", "!int 1: \"x\"", "!float 1.0: \"y\""])
    let merged = try mapping(parse("<<: {a: 1, b: 2}\na: 3\n"))
    #expect(TaggedJSON.lines(merged.entries) == ["\"a\": !int 3", "\"b\": !int 2"])
    #expect(merged.shadowed.isEmpty)
  }

  @Test("keys are told apart by code point, also where they look the same")
  func normalForms() throws {
    #expect(try mapping(parse("\u{E9}: 1\ne\u{301}: 2\n")).entries.count == 2)
  }

  @Test("many equal keys are found among many")
  func manyKeys() throws {
    let text = (0..<100).map { "k\($0 % 50): \($0)\n" }.joined()
    let root = try mapping(parse(text))
    #expect(root.entries.count == 50)
    #expect(root.shadowed.count == 50)
    #expect(TaggedJSON.lines(root.entries.suffix(1)) == ["\"k49\": !int 99"])
  }

  @Test("every document of a stream is given, and none of an empty one")
  func streams() throws {
    let three = try YAML.parseAll(Array("a\n---\nb: 1\n---\n...\n".utf8), placement: .whole("x"))
    #expect(three.map { TaggedJSON($0, floats: .repr).description } == ["\"a\"", "{\"b\": !int 1}", "null"])
    for text in ["", "\n", "# only\n", "\u{FEFF}"] {
      #expect(try YAML.parseAll(Array(text.utf8), placement: .whole("x")).isEmpty)
      #expect(try YAML.parse(Array(text.utf8), placement: .whole("x")) == nil)
    }
  }
}

extension TaggedJSON {
  static func lines(_ entries: some Sequence<YAMLMapping.Entry>) -> [String] {
    entries.map { "\(TaggedJSON($0.key, floats: .repr)): \(TaggedJSON($0.value, floats: .repr))" }
  }
}
