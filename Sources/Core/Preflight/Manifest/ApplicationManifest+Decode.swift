extension ApplicationManifest {
  /// Nil where the source is something else.
  static func decode(_ source: SourceBytes) throws(PartFailure) -> ApplicationManifest? {
    guard source.bytes.count <= Limits.sourceBytes else { return nil }
    let text = source.bytes.starts(with: byteOrderMark) ? Array(source.bytes.dropFirst(3)) : source.bytes
    guard case .manifest? = SourceKind(of: text) else { return nil }
    let placement = Placement.whole(source.name)
    let documents: [YAMLNode]
    do throws(UserDataError) {
      documents = try YAML.parseAll(text, placement: placement)
    } catch {
      throw PartFailure(name: source.fileName, extent: .source, errors: [error])
    }
    var manifests = documents.filter(isManifest)[...]
    guard let root = manifests.popFirst(), case .mapping(let mapping) = root.value else { return nil }
    // A trap is an error here, as in a document of this program.
    var diagnosis = Diagnosis(placement: placement, dialect: .bringup)
    if let second = manifests.first { diagnosis.fail(.severalManifests, at: second) }
    checkVersion(mapping, root, &diagnosis)
    diagnosis.checkDuplicates(mapping, of: "the manifest")
    let profiles = decodeProfiles(mapping, root, &diagnosis)
    try diagnosis.conclude(source.fileName)
    return ApplicationManifest(profiles: profiles)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `bundle.gravitational.io/v2`, and the same for clusters and applications.
  static func isManifest(_ root: YAMLNode) -> Bool {
    guard case .mapping(let mapping) = root.value, case .string(let version) = mapping["apiVersion"]?.value else {
      return false
    }
    let group = version.utf8.prefix { $0 != UInt8(ascii: "/") }
    return group.suffix(domain.count).elementsEqual(domain)
  }

  private static let domain = Array(".gravitational.io".utf8)
  private static let kinds = ["Bundle", "Cluster", "Application"]

  private static func checkVersion(_ mapping: YAMLMapping, _ root: YAMLNode, _ diagnosis: inout Diagnosis) {
    if let node = mapping["apiVersion"], case .string(let version) = node.value,
      !version.utf8.suffix(3).elementsEqual("/v2".utf8)
    {
      diagnosis.fail(.unknownVersion(version), at: node)
    }
    guard let kind = mapping["kind"] else { return diagnosis.fail(.unknownKindOfManifest(nil), at: root) }
    if case .string(let text) = kind.value, kinds.contains(text) { return }
    diagnosis.fail(.unknownKindOfManifest(kind.shown), at: kind)
  }

  private static func decodeProfiles(
    _ mapping: YAMLMapping, _ root: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> [NodeProfile] {
    guard let node = mapping["nodeProfiles"] else {
      diagnosis.fail(.noProfiles, at: root)
      return []
    }
    var budget = RequirementBudget()
    let items = budget.items(of: node, called: "nodeProfiles", &diagnosis)
    if case .sequence(let all) = node.value, all.isEmpty { diagnosis.fail(.noProfiles, at: node) }
    var profiles: [NodeProfile] = []
    for item in items {
      guard let profile = NodeProfile.decode(item, &budget, &diagnosis) else { continue }
      if profiles.contains(where: { $0.name.utf8.elementsEqual(profile.name.utf8) }) {
        diagnosis.fail(.duplicateProfile(profile.name), at: item)
      }
      profiles.append(profile)
    }
    return profiles
  }
}

extension NodeProfile {
  /// Every key that a profile of Gravity's schema has.
  private static let keys = [
    "name", "description", "requirements", "providers", "labels", "taints", "systemOptions", "expandPolicy",
    "serviceRole",
  ]

  fileprivate static func decode(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> NodeProfile? {
    guard let fields = RequirementFields(node, of: "a node profile", keys: keys, &diagnosis) else { return nil }
    let name: Stated<String>? = fields.required("name", &diagnosis)
    var requirements: [Requirement] = []
    for entry in fields.mapping.entries {
      if entry.key.isText("requirements") {
        requirements += Requirement.decodeAll(entry.value, &budget, &diagnosis)
      } else if entry.key.isText("providers") {
        requirements +=
          InstanceTypeRequirement.decode(entry.value, &budget, &diagnosis).map { [.instanceType($0)] } ?? []
      }
    }
    let unique = ScriptRequirement.withUniqueNames(requirements)
    return name.map { NodeProfile(origin: diagnosis.origin(of: node), name: $0.value, requirements: unique) }
  }
}

extension InstanceTypeRequirement {
  /// Reads a profile's `providers`; nil where it restricts nothing.
  fileprivate static func decode(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> InstanceTypeRequirement? {
    guard let providers = RequirementFields(node, of: "providers", keys: ["aws"], &diagnosis),
      let aws = providers.mapping["aws"],
      let fields = RequirementFields(aws, of: "aws", keys: ["instanceTypes"], &diagnosis),
      let types: Stated<[String]> = fields.list("instanceTypes", &budget, &diagnosis), !types.value.isEmpty
    else { return nil }
    return InstanceTypeRequirement(origin: types.origin, types: types.value)
  }
}
