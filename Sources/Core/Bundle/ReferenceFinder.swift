/// Finds the references of a document: each node once, however many aliases lead to it.
struct ReferenceFinder {
  /// A field whose value is an address, as the YAML tells it.
  struct Found {
    let field: [Component]
    let kind: ManifestKind
    let form: Reference.Form
    let address: ReferenceAddress
    let holder: YAMLNode
    let key: YAMLNode
    let value: YAMLNode

    /// The value stands where its key is, and not elsewhere behind an alias.
    var isInPlace: Bool { value.start >= key.end }
  }

  enum Component {
    case key(String)
    case index(Int)
  }

  let placement: Placement
  private(set) var errors: [UserDataError] = []
  private var found: [Position: Found] = [:]

  init(placement: Placement) {
    self.placement = placement
  }

  /// In the order of the text.
  var all: [Found] { found.values.sorted { $0.value.start < $1.value.start } }

  mutating func search(_ root: YAMLNode) {
    guard let kind = ManifestKind(of: root) else { return }
    for field in ReferenceField.fields(of: kind) { walk(root, field, field.steps[...], []) }
  }

  private mutating func walk(
    _ node: YAMLNode, _ field: ReferenceField, _ steps: ArraySlice<ReferenceField.Step>, _ path: [Component]
  ) {
    let rest = steps.dropFirst()
    switch (steps.first, node.value) {
    case (.key(let name), .mapping(let mapping)):
      guard let entry = mapping.entry(name) else { return }
      descend(into: entry, of: node, field, rest, path + [.key(name)])
    case (.anyKey, .mapping(let mapping)):
      for entry in mapping.entries {
        guard case .string(let name) = entry.key.value else { continue }
        descend(into: entry, of: node, field, rest, path + [.key(name)])
      }
    case (.anyItem, .sequence(let items)):
      for (index, item) in items.enumerated() { walk(item, field, rest, path + [.index(index)]) }
    case (nil, _), (.key, _), (.anyKey, _), (.anyItem, _):
      return
    }
  }

  private mutating func descend(
    into entry: YAMLMapping.Entry, of holder: YAMLNode, _ field: ReferenceField,
    _ steps: ArraySlice<ReferenceField.Step>, _ path: [Component]
  ) {
    guard steps.isEmpty else { return walk(entry.value, field, steps, path) }
    do throws(BundleProblem) {
      guard let address = try address(in: entry.value, field.form, of: holder) else { return }
      try add(
        Found(
          field: path, kind: field.kind, form: field.form, address: address, holder: holder, key: entry.key,
          value: entry.value))
    } catch {
      fail(error, at: entry.value)
    }
  }

  private func address(
    in value: YAMLNode, _ form: Reference.Form, of holder: YAMLNode
  ) throws(BundleProblem) -> ReferenceAddress? {
    switch (form, value.value) {
    case (.text, .string(let text)), (.image, .string(let text)): return try ReferenceAddress(text)
    case (.file, .mapping(let source)): return try FileSource(source, of: holder).address
    case (.text, _), (.image, _), (.file, _): return nil
    }
  }

  private mutating func add(_ new: Found) throws(BundleProblem) {
    guard let old = found[new.value.start] else {
      guard found.count < Limits.references else { throw .tooMany }
      found[new.value.start] = new
      return
    }
    guard old.form == new.form else { throw .twoForms }
    if !old.isInPlace { found[new.value.start] = new }
  }

  mutating func fail(_ problem: BundleProblem, at node: YAMLNode) {
    let error = UserDataError(placement.origin(at: node.start), .bundle(problem))
    // Aliases come to the same place again and again.
    if errors.count < Limits.errorsPerPart && !errors.contains(error) { errors.append(error) }
  }
}
