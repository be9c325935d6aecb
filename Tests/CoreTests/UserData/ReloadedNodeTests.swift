import Testing

@testable import Core

/// Mappings as `yaml.dump` writes them; the orders are those of PyYAML.
struct ReloadedNodeTests {
  /// The texts that are values of the mapping, or of the mappings in it, in their order.
  private func texts(_ node: YAMLNode) -> [String] {
    switch node.value {
    case .mapping(let mapping): mapping.entries.flatMap { texts($0.value) }
    case .sequence(let items): items.flatMap(texts)
    case .set(let items): items.compactMap(\.text)
    default: node.text.map { [$0] } ?? []
    }
  }

  @Test(
    "keys are sorted where Python can compare them",
    arguments: [
      ("{b: x, a: y}", "y x"), ("{B: x, a: y, é: z}", "x y z"), ("{2: x, 1.5: y, true: z}", "z y x"),
      ("{2.5: x, 2: y}", "y x"), ("{!!binary Yg==: x, !!binary YQ==: y}", "y x"),
      ("{2001-01-02: x, 2001-01-01: y}", "y x"), ("{2001-01-02T00:00:00: x, 2001-01-01T00:00:00: y}", "y x"),
      ("{2001-01-01T00:00:00.5Z: x, 2001-01-01T00:00:00.25Z: y}", "y x"),
      ("{2001-01-01T00:00:00Z: x, 2001-01-01T01:00:00+02:00: y}", "y x"),
      ("{2001-01-01T00:00:00Z: x, 2000-12-31T12:00:00Z: y}", "y x"),
      ("{1901-01-01T00:00:00Z: x, 1900-12-31T12:00:00Z: y}", "y x"),
      ("{2005-01-01T00:00:00Z: x, 2004-12-31T12:00:00Z: y}", "y x"),
      ("{2004-03-01T00:00:00Z: x, 2004-02-29T12:00:00Z: y}", "y x"),
      ("[{b: x, a: y}]", "y x"), ("{b: {d: x, c: y}, a: z}", "z y x"), ("!!set {y, x}", "x y"),
    ])
  func sorted(text: String, order: String) throws {
    let node = try #require(try YAML.parse(Array(text.utf8), placement: .whole("x")))
    #expect(texts(node.reloaded).joined(separator: " ") == order)
  }

  @Test(
    "keys stay where they are where it cannot",
    arguments: [
      "{b: x, 5: y}", "{.nan: x, 1: y}", "{~: x, a: y}", "{2001-01-02: x, 2001-01-01T00:00:00: y}",
      "{2001-01-02T00:00:00Z: x, 2001-01-01T00:00:00: y}",
    ])
  func kept(text: String) throws {
    let node = try #require(try YAML.parse(Array(text.utf8), placement: .whole("x")))
    #expect(texts(node.reloaded) == ["x", "y"])
  }
}
