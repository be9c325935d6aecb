extension PortRequirement {
  /// Reads `network.ports`. A range that was there before with the same protocol is left out.
  static func decodeList(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [PortRequirement] {
    var seen: [TransportProtocol: Set<PortRange>] = [:]
    return budget.items(of: node, called: "ports", &diagnosis).compactMap { item in
      guard let (transport, ranges) = decode(item, &budget, &diagnosis) else { return nil }
      let fresh = ranges.filter { seen[transport, default: []].insert($0.value).inserted }
      return fresh.isEmpty ? nil : PortRequirement(transport: transport, ranges: fresh)
    }
  }

  private static func decode(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> (TransportProtocol, [Stated<PortRange>])? {
    let keys = ["protocol", "ranges"]
    guard let fields = RequirementFields(node, of: "an item of ports", keys: keys, &diagnosis) else { return nil }
    let transport: Stated<TransportProtocol>? = fields.optional("protocol", &diagnosis)
    if fields.mapping["ranges"] == nil {
      let problem = RequirementProblem.missing(key: "ranges", of: "an item of ports", wanted: "e.g. ranges: [\"8080\"]")
      diagnosis.fail(problem, at: node)
    }
    let lists: [Stated<PortList>] = fields.items("ranges", &budget, &diagnosis)
    var ranges: [Stated<PortRange>] = []
    for list in lists {
      do throws(RequirementProblem) {
        try budget.take(portRanges: list.value.ranges.count)
        ranges += list.value.ranges.map { Stated($0, at: list.origin) }
      } catch {
        diagnosis.add(UserDataError(list.origin, .requirement(error)))
      }
    }
    return (transport?.value ?? .tcp, ranges)
  }
}

/// An item of `ranges`: `8080` as a number or as text, or several with commas between them.
private struct PortList: RequirementText {
  static let wanted = "a port or a range of ports, e.g. \"8000-8002\""
  let ranges: [PortRange]

  init(text: String, of key: String) throws(RequirementProblem) {
    do throws(PortRange.Fault) { ranges = try PortRange.list(parsing: text) } catch { throw .ports(error) }
  }

  static func text(ofNumber written: String) -> String? { written }
}
