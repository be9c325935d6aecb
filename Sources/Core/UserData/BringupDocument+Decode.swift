extension BringupDocument {
  /// Reads a bringup document, or throws everything that is wrong with it: an unknown key is an error, and so is a value
  /// that cloud-init would put up with.
  package static func decode(_ part: Part) throws(PartFailure) -> BringupDocument {
    let root: (node: YAMLNode, mapping: YAMLMapping)
    do {
      root = try part.rootMapping()
    } catch {
      throw PartFailure(name: part.name, errors: [error])
    }
    var diagnosis = Diagnosis(placement: part.placement, dialect: .bringup)
    checkVersion(root.mapping["apiVersion"], root.node, &diagnosis)
    diagnosis.checkKeys(
      root.mapping, known: ["apiVersion", "files", "units", "preflight"], of: "a bringup document")
    let files = root.mapping["files"].map { FileEntry.decodeList($0, &diagnosis) } ?? []
    let dropIns = root.mapping["units"].map { decodeUnits($0, of: part, &diagnosis) } ?? []
    let preflight = root.mapping["preflight"].flatMap { decodePreflight($0, &diagnosis) }
    try diagnosis.conclude(part.name)
    return BringupDocument(files: files, dropIns: dropIns, preflight: preflight)
  }

  private static func checkVersion(_ node: YAMLNode?, _ root: YAMLNode, _ diagnosis: inout Diagnosis) {
    guard let node else { return diagnosis.fail(.noAPIVersion, at: root) }
    if case .string(let version) = node.value, version.hasBytes(of: apiVersion) { return }
    diagnosis.fail(.unknownAPIVersion(node.shown), at: node)
  }

  private static func decodeUnits(_ node: YAMLNode, of part: Part, _ diagnosis: inout Diagnosis) -> [DropIn] {
    var errors: [UserDataError] = []
    let dropIns = DropIns.decode(node, of: part.name, in: part.placement, errors: &errors)
    for error in errors { diagnosis.add(error) }
    return dropIns
  }

  private static func decodePreflight(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> PreflightSection? {
    guard case .mapping(let mapping) = node.value else {
      diagnosis.fail(.preflightNotAMapping(found: node.kind), at: node)
      return nil
    }
    diagnosis.checkKeys(mapping, known: ["requirements", "onFailure"], of: "preflight")
    let onFailure = mapping["onFailure"].map { decodeOnFailure($0, &diagnosis) } ?? .block
    guard let requirements = mapping["requirements"] else {
      diagnosis.fail(.noRequirements, at: node)
      return nil
    }
    var budget = RequirementBudget()
    let decoded = Requirement.decodeAll(requirements, &budget, &diagnosis)
    return PreflightSection(
      origin: diagnosis.origin(of: node), requirements: ScriptRequirement.withUniqueNames(decoded), onFailure: onFailure
    )
  }

  private static func decodeOnFailure(
    _ node: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> PreflightSection.OnFailure {
    if case .string(let text) = node.value, let choice = PreflightSection.OnFailure(rawValue: text) { return choice }
    diagnosis.fail(.unknownOnFailure(node.shown), at: node)
    return .block
  }
}
