/// The fields that may name their content instead of holding it.
struct ReferenceField: Sendable {
  enum Step: Sendable {
    case key(String)
    case anyKey
    case anyItem
  }

  let steps: [Step]
  let form: Reference.Form

  /// Those that Gravity's `schema.ProcessMultiSourceValues` knows.
  static let ofManifest = [
    ReferenceField([.key("releaseNotes")]),
    ReferenceField([.key("logo")], .image),
    ReferenceField([.key("webConfig")]),
    ReferenceField([.key("installer"), .key("eula"), .key("source")]),
    ReferenceField([.key("installer"), .key("flavors"), .key("description")]),
    ReferenceField([.key("hooks"), .anyKey, .key("job")]),
    ReferenceField([
      .key("nodeProfiles"), .anyItem, .key("requirements"), .key("customChecks"), .anyItem, .key("script"),
    ]),
  ]

  static let ofDocument = [
    ReferenceField([.key("files"), .anyItem, .key("source")], .file),
    ReferenceField([.key("preflight"), .key("requirements"), .key("customChecks"), .anyItem, .key("script")]),
  ]

  private init(_ steps: [Step], _ form: Reference.Form = .text) {
    self.steps = steps
    self.form = form
  }

  /// The fields of a document of the stream; none where it is of another kind.
  static func fields(of root: YAMLNode) -> [ReferenceField] {
    guard case .mapping(let mapping) = root.value, case .string(let version) = mapping["apiVersion"]?.value else {
      return []
    }
    if version.utf8.starts(with: "bringup/".utf8) { return ofDocument }
    let group = version.utf8.prefix { $0 != UInt8(ascii: "/") }
    return group.suffix(gravity.utf8.count).elementsEqual(gravity.utf8) ? ofManifest : []
  }

  private static let gravity = ".gravitational.io"
}
