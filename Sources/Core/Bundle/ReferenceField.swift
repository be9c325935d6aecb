/// The fields that may name their content instead of holding it.
struct ReferenceField: Sendable {
  enum Step: Sendable {
    case key(String)
    case anyKey
    case anyItem
  }

  let kind: ManifestKind
  let steps: [Step]
  let form: Reference.Form

  static func fields(of kind: ManifestKind) -> [ReferenceField] {
    switch kind {
    case .application: ofApplication
    case .document: ofDocument
    }
  }

  /// Those that Gravity's `schema.ProcessMultiSourceValues` knows.
  private static let ofApplication = [
    ReferenceField(.application, [.key("releaseNotes")]),
    ReferenceField(.application, [.key("logo")], .image),
    ReferenceField(.application, [.key("webConfig")]),
    ReferenceField(.application, [.key("installer"), .key("eula"), .key("source")]),
    ReferenceField(.application, [.key("installer"), .key("flavors"), .key("description")]),
    ReferenceField(.application, [.key("hooks"), .anyKey, .key("job")]),
    ReferenceField(.application, [.key("nodeProfiles"), .anyItem, .key("requirements")] + script),
  ]

  private static let ofDocument = [
    ReferenceField(.document, [.key("files"), .anyItem, .key("source")], .file),
    ReferenceField(.document, [.key("preflight"), .key("requirements")] + script),
  ]

  /// Below `requirements`, which are the same for both.
  private static let script = [Step.key("customChecks"), .anyItem, .key("script")]

  private init(_ kind: ManifestKind, _ steps: [Step], _ form: Reference.Form = .text) {
    self.kind = kind
    self.steps = steps
    self.form = form
  }
}
