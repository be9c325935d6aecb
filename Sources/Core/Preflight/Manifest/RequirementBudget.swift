/// What one manifest may still ask for, all of its profiles together: aliases make many of few lines.
struct RequirementBudget {
  private var items = Limits.requirementItems
  private var portRanges = Limits.portRanges
  private var scriptBytes = Limits.checkScriptBytes

  /// The items of a list; none where it is no list, or has too many.
  mutating func items(of node: YAMLNode, called key: String, _ diagnosis: inout Diagnosis) -> [YAMLNode] {
    guard case .sequence(let list) = node.value else {
      diagnosis.fail(RequirementProblem.wrongKind(key: key, found: node.kind, wanted: "a list"), at: node)
      return []
    }
    guard list.count <= items else {
      items = 0
      diagnosis.fail(RequirementProblem.tooManyItems(key: key), at: node)
      return []
    }
    items -= list.count
    return list
  }

  mutating func take(portRanges count: Int) throws(RequirementProblem) {
    guard count <= portRanges else { throw .tooManyPortRanges }
    portRanges -= count
  }

  mutating func take(scriptBytes count: Int) throws(RequirementProblem) {
    guard count <= scriptBytes else { throw .scriptsTooLong }
    scriptBytes -= count
  }
}
