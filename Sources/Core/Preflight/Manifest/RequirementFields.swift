/// A mapping among the requirements, read field by field; what is wrong goes to the diagnosis.
struct RequirementFields {
  let node: YAMLNode
  let mapping: YAMLMapping
  /// What it is, for messages: `a volume`.
  private let name: String

  /// Nil where `node` is no mapping. Keys that are unknown or there twice are reported.
  init?(_ node: YAMLNode, of name: String, keys: [String], _ diagnosis: inout Diagnosis) {
    guard case .mapping(let mapping) = node.value else {
      diagnosis.fail(RequirementProblem.notAMapping(name, found: node.kind, keys: keys), at: node)
      return nil
    }
    diagnosis.checkKeys(mapping, known: keys, of: name)
    self.node = node
    self.mapping = mapping
    self.name = name
  }

  /// Nil where it is not there, or is wrong.
  func optional<Value: RequirementValue>(_ key: String, _ diagnosis: inout Diagnosis) -> Stated<Value>? {
    mapping[key].flatMap { Self.value(key, $0, &diagnosis) }
  }

  func required<Value: RequirementValue>(_ key: String, _ diagnosis: inout Diagnosis) -> Stated<Value>? {
    if let found = mapping[key] { return Self.value(key, found, &diagnosis) }
    diagnosis.fail(RequirementProblem.missing(key: key, of: name, wanted: Value.wanted), at: node)
    return nil
  }

  /// The items that are right, with the place of the list; nil where there is no list.
  func list<Value: RequirementValue>(
    _ key: String, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> Stated<[Value]>? {
    guard let list = mapping[key] else { return nil }
    let values: [Stated<Value>] = items(key, &budget, &diagnosis)
    return Stated(values.map(\.value), at: diagnosis.origin(of: list))
  }

  /// The items that are right, each with its place.
  func items<Value: RequirementValue>(
    _ key: String, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [Stated<Value>] {
    guard let list = mapping[key] else { return [] }
    return budget.items(of: list, called: key, &diagnosis).compactMap {
      Self.value("an item of \(key)", $0, &diagnosis)
    }
  }

  private static func value<Value: RequirementValue>(
    _ key: String, _ node: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> Stated<Value>? {
    do throws(RequirementProblem) {
      return Stated(try Value(node, of: key), at: diagnosis.origin(of: node))
    } catch {
      diagnosis.fail(error, at: node)
      return nil
    }
  }
}

extension YAMLNode {
  /// Whether it is this text; by code point, where Swift takes two ways to write one letter as equal.
  func isText(_ text: String) -> Bool {
    if case .string(let own) = value { own.utf8.elementsEqual(text.utf8) } else { false }
  }
}
