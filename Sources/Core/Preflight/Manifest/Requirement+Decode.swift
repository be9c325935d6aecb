extension Requirement {
  static let keys = ["cpu", "ram", "os", "volumes", "devices", "network", "customChecks"]

  /// Reads `requirements` of a node profile or of a bringup document, in its order; what is wrong goes to `diagnosis`.
  ///
  /// ```yaml
  /// cpu: {min: 8}
  /// network: {ports: [{protocol: tcp, ranges: ["8080", "10000-10005"]}]}
  /// ```
  /// is a requirement of CPUs and one of ports.
  static func decodeAll(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [Requirement] {
    guard case .mapping(let mapping) = node.value else {
      diagnosis.fail(DocumentProblem.requirementsNotAMapping(found: node.kind), at: node)
      return []
    }
    diagnosis.checkKeys(mapping, known: keys, of: "requirements")
    var all: [Requirement] = []
    for entry in mapping.entries {
      guard case .string(let key) = entry.key.value else { continue }
      all += decode(key, entry.value, &budget, &diagnosis)
    }
    return all
  }

  private static func decode(
    _ key: String, _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [Requirement] {
    switch key {
    case "cpu": return ProcessorRequirement.decode(node, &diagnosis).map { [.processors($0)] } ?? []
    case "ram": return MemoryRequirement.decode(node, &diagnosis).map { [.memory($0)] } ?? []
    case "os": return OperatingSystemRequirement.decode(node, &budget, &diagnosis).map { [.operatingSystem($0)] } ?? []
    case "volumes":
      let items = budget.items(of: node, called: key, &diagnosis)
      return items.compactMap { VolumeRequirement.decode($0, &budget, &diagnosis) }.map(Requirement.volume)
    case "devices":
      let items = budget.items(of: node, called: key, &diagnosis)
      return items.compactMap { DeviceRequirement.decode($0, &diagnosis) }.map(Requirement.device)
    case "network": return decodeNetwork(node, &budget, &diagnosis)
    case "customChecks":
      return ScriptRequirement.decodeList(node, &budget, &diagnosis).map(Requirement.script)
    default: return []  // Reported as an unknown key.
    }
  }

  private static func decodeNetwork(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [Requirement] {
    guard let fields = RequirementFields(node, of: "network", keys: ["minTransferRate", "ports"], &diagnosis) else {
      return []
    }
    let rate: Stated<TransferRate>? = fields.optional("minTransferRate", &diagnosis)
    let ports = fields.mapping["ports"].map { PortRequirement.decodeList($0, &budget, &diagnosis) } ?? []
    let rates = rate.map { [Requirement.networkRate(NetworkRateRequirement(minimum: $0))] } ?? []
    let isRateFirst = fields.mapping.entries.first?.key.isText("minTransferRate") == true
    return isRateFirst ? rates + ports.map(Requirement.ports) : ports.map(Requirement.ports) + rates
  }
}
