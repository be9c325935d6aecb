/// Who reads a manifest, and so which of its fields may name their content.
enum ManifestKind: Sendable {
  /// Gravity: `apiVersion: bundle.gravitational.io/v2`, or another of its groups.
  case application
  /// This program: `apiVersion: bringup/v1`.
  case document

  /// Nil for a document of another kind.
  init?(of root: YAMLNode) {
    guard case .mapping(let mapping) = root.value, case .string(let version) = mapping["apiVersion"]?.value else {
      return nil
    }
    if version.utf8.starts(with: "bringup/".utf8) {
      self = .document
    } else if Self.isGravity(version.utf8.prefix { $0 != UInt8(ascii: "/") }) {
      self = .application
    } else {
      return nil
    }
  }

  private static func isGravity(_ group: Substring.UTF8View) -> Bool {
    let gravity = ".gravitational.io"
    return group.suffix(gravity.utf8.count).elementsEqual(gravity.utf8)
  }
}
