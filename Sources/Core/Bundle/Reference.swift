/// A field of a manifest that names its content instead of holding it.
package struct Reference: Sendable {
  /// What the content becomes.
  package enum Form: Hashable, Sendable {
    /// The field's text.
    case text
    /// A `data:` URL (RFC 2397).
    case image
    /// `content`, and `encoding` where it takes one, in place of `source` in an entry of `files`.
    case file
  }

  /// `nodeProfiles[0].requirements.customChecks[1].script`, safe to show.
  package let field: String
  package let address: ReferenceAddress
  package let form: Form
  /// Who reads the field.
  let kind: ManifestKind
  /// Where the address, or the `source` that holds it, begins.
  package let origin: Origin
  let site: ReferenceSite

  /// Of a check; no other field's name ends so.
  var isScript: Bool { field.hasSuffix(".script") }
}
