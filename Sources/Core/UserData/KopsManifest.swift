/// kops manifests: YAML documents, of which each `InstanceGroup` may carry `spec.additionalUserData`.
///
/// ```yaml
/// apiVersion: kops.k8s.io/v1alpha2
/// kind: InstanceGroup
/// metadata: {name: nodes}
/// spec: {additionalUserData: [{name: a.sh, type: text/x-shellscript, content: "#!/bin/sh\n"}]}
/// ```
/// is the one part `a.sh`. Documents of another kind are passed over.
struct KopsManifest: Sendable {
  let groups: [InstanceGroup]
  /// `spec` of the first Cluster.
  let cluster: YAMLMapping?
  private let placement: Placement

  struct InstanceGroup {
    let name: String
    let node: YAMLNode
    let spec: YAMLMapping?
    /// `spec.additionalUserData`; nil where there is none.
    let userData: YAMLNode?
  }

  /// Nil where no document is of kops.
  init?(_ documents: [YAMLNode], placement: Placement) {
    let objects = documents.flatMap(Self.objects)
    groups = objects.compactMap(Self.instanceGroup)
    cluster = objects.first { $0.mapping?["kind"]?.text == "Cluster" }?.mapping?["spec"]?.mapping
    self.placement = placement
    let isKops = { (object: YAMLNode) in object.mapping?["apiVersion"]?.text?.utf8.starts(with: "kops".utf8) == true }
    guard !groups.isEmpty || objects.contains(where: isKops) else { return nil }
  }

  /// The user-data list of the instance group that is meant: the one of that name, or the only one that has a list.
  func entries(of selected: String?) throws(UserDataError) -> [YAMLNode] {
    let candidates =
      if let selected {
        groups.filter { $0.name.hasBytes(of: selected) }
      } else {
        groups.filter { $0.userData != nil }
      }
    guard candidates.count <= 1 else { throw problem(.severalGroups(candidates.map(\.name))) }
    guard let group = candidates.first else {
      throw problem(selected.map { .noSuchGroup($0, known: groups.map(\.name)) } ?? .noUserData)
    }
    return try entries(of: group)
  }

  /// The items of the group's user-data list.
  func entries(of group: InstanceGroup) throws(UserDataError) -> [YAMLNode] {
    guard let userData = group.userData else { return [] }
    guard case .sequence(let entries) = userData.value else {
      throw problem(.notAList(found: userData.kind), at: userData)
    }
    return entries
  }

  /// An entry as kops puts it in its MIME message: as it stands, `7bit`.
  func attachment(of entry: YAMLNode) throws(UserDataError) -> Attachment {
    guard case .mapping(let fields) = entry.value else { throw problem(.entry(found: entry.kind), at: entry) }
    let name = PythonText.stripped(try text("name", of: fields)?.text ?? "")
    guard !name.isEmpty else { throw problem(.noName, at: entry) }
    guard let content = try text("content", of: fields), !content.text.isEmpty else {
      throw problem(.noContent(name), at: entry)
    }
    guard let type = try text("type", of: fields), Self.types.contains(type.text) else {
      throw problem(.badType(part: name, found: fields["type"]?.text ?? ""), at: fields["type"] ?? entry)
    }
    var attachment = Attachment(
      fileName: PartName(name), declaredType: type.text, content: Array(content.text.utf8),
      placement: content.node.textPlacement(in: placement), origin: placement.origin(at: entry.start))
    if let offset = attachment.content.firstIndex(where: { $0 >= 0x80 }) {
      let place = Position(ofByte: offset, in: attachment.content[...])
      attachment.warnings.append(.garbledByCloudInit(at: attachment.placement.origin(at: place)))
    }
    return attachment
  }

  /// What to call an entry that is broken; nil where it has no name.
  func fileName(of entry: YAMLNode) -> PartName? {
    entry.mapping?["name"]?.text.map(PythonText.stripped).flatMap { $0.isEmpty ? nil : PartName($0) }
  }

  /// What kops' validation lets through, in exactly this case (`ValidateInstanceGroup`).
  static let types: Set<String> = [
    "text/x-include-once-url", "text/x-include-url", "text/cloud-config-archive", "text/upstart-job",
    "text/cloud-config", "text/part-handler", "text/x-shellscript", "text/cloud-boothook",
  ]

  /// A document, or each item of one that is a list (`kops get -o json`).
  private static func objects(of document: YAMLNode) -> [YAMLNode] {
    switch document.value {
    case .mapping: [document]
    case .sequence(let nodes): nodes.filter { $0.mapping != nil }
    case .null, .bool, .int, .float, .string, .binary, .timestamp, .set: []
    }
  }

  private static func instanceGroup(_ node: YAMLNode) -> InstanceGroup? {
    guard let object = node.mapping, object["kind"]?.text == "InstanceGroup" else { return nil }
    let spec = object["spec"]?.mapping
    let userData = spec?["additionalUserData"]
    return InstanceGroup(
      name: object["metadata"]?.mapping?["name"]?.text ?? "", node: node, spec: spec,
      userData: userData?.isEmpty == true ? nil : userData)
  }

  private func text(_ key: String, of fields: YAMLMapping) throws(UserDataError) -> (node: YAMLNode, text: String)? {
    guard let node = fields[key] else { return nil }
    guard let text = node.text else { throw problem(.notText(key: key, found: node.kind), at: node) }
    return (node, text)
  }

  private func problem(_ problem: ManifestProblem, at node: YAMLNode? = nil) -> UserDataError {
    UserDataError(node.map { placement.origin(at: $0.start) } ?? placement.origin, .blob(.manifest(problem)))
  }
}

extension BringupDocument {
  /// The document says so of itself, in whatever version.
  static func isDocument(_ root: YAMLNode) -> Bool {
    root.mapping?["apiVersion"]?.text?.utf8.starts(with: "bringup/".utf8) == true
  }
}

extension YAMLNode {
  fileprivate var mapping: YAMLMapping? { if case .mapping(let mapping) = value { mapping } else { nil } }

  /// Null, or a list without items.
  fileprivate var isEmpty: Bool {
    switch value {
    case .null: true
    case .sequence(let nodes): nodes.isEmpty
    case .bool, .int, .float, .string, .binary, .timestamp, .mapping, .set: false
    }
  }
}
