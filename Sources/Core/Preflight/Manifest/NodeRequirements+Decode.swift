extension ProcessorRequirement {
  /// Nil where there is neither bound. A `max` of 0 is none, as in Gravity.
  static func decode(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> ProcessorRequirement? {
    guard let fields = RequirementFields(node, of: "cpu", keys: ["min", "max"], &diagnosis) else { return nil }
    let minimum: Stated<ProcessorCount>? = fields.optional("min", &diagnosis)
    let stated: Stated<ProcessorCount>? = fields.optional("max", &diagnosis)
    let maximum = stated.flatMap { $0.value.count == 0 ? nil : $0 }
    if let minimum, let maximum, maximum.value.count < minimum.value.count, let place = fields.mapping["max"] {
      let (high, low) = (String(maximum.value.count), String(minimum.value.count))
      diagnosis.fail(RequirementProblem.maximumBelowMinimum(maximum: high, minimum: low), at: place)
    }
    guard minimum != nil || maximum != nil else { return nil }
    return ProcessorRequirement(minimum: minimum?.map(\.count), maximum: maximum?.map(\.count))
  }
}

extension MemoryRequirement {
  /// Nil where there is neither bound. A `max` of 0 is none, as in Gravity.
  static func decode(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> MemoryRequirement? {
    guard let fields = RequirementFields(node, of: "ram", keys: ["min", "max"], &diagnosis) else { return nil }
    let minimum: Stated<ByteCount>? = fields.optional("min", &diagnosis)
    let stated: Stated<ByteCount>? = fields.optional("max", &diagnosis)
    let maximum = stated.flatMap { $0.value.bytes == 0 ? nil : $0 }
    if let minimum, let maximum, maximum.value < minimum.value, let place = fields.mapping["max"] {
      let (high, low) = (maximum.value.description, minimum.value.description)
      diagnosis.fail(RequirementProblem.maximumBelowMinimum(maximum: high, minimum: low), at: place)
    }
    guard minimum != nil || maximum != nil else { return nil }
    return MemoryRequirement(minimum: minimum, maximum: maximum)
  }
}

extension OperatingSystemRequirement {
  /// Nil where the list names no release.
  static func decode(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> OperatingSystemRequirement? {
    let items = budget.items(of: node, called: "os", &diagnosis)
    let releases = items.compactMap { item -> Release? in
      guard let fields = RequirementFields(item, of: "an item of os", keys: ["name", "versions"], &diagnosis),
        let name: Stated<NamePattern> = fields.required("name", &diagnosis)
      else { return nil }
      let versions: [Stated<ReleaseVersion>] = fields.items("versions", &budget, &diagnosis)
      return Release(name: name, versions: versions)
    }
    return releases.isEmpty ? nil : OperatingSystemRequirement(origin: diagnosis.origin(of: node), releases: releases)
  }
}
