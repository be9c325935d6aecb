/// Why a manifest, or a reference in it, cannot be bundled.
package enum BundleProblem: Swift.Error, Hashable, Sendable {
  case notAManifest
  case tooMany
  case textAfterAddress
  case noPath
  case otherScheme(String)
  case headers
  /// A key that stands beside `source`.
  case beside(String)

  /// A place where the edit of a text would not be sure.
  case alias
  case merged
  case explicitKey
  case tagged
  /// One scalar, by an alias, in a field for text and in one for an image.
  case twoForms

  /// Content that would be taken for an address itself.
  case contentIsAddress
  case notAnImage
  /// A check that checks nothing would pass; preflight takes none that is written so.
  case emptyScript
  case resultTooLarge
  /// What the machine said; one line, safe to show.
  case unreadable(String)

  package var sentence: String {
    switch self {
    case .notAManifest:
      "this is no manifest to bundle; begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
    case .tooMany: "more than \(Limits.references) fields name their content; put some of it into the manifest"
    case .textAfterAddress:
      "text that begins with file:// or http:// has to be an address alone; if it is text, begin it otherwise"
    case .noPath: "file:// names no file; write e.g. file://checks.sh"
    case .otherScheme(let uri):
      "source.uri \(Printable.quote(ShownAddress.of(uri))) is no address that is fetched; write file:// or https://"
    case .headers: "source.headers are not sent; fetch the file yourself and write uri: file://NAME"
    case .beside(let key): "the entry has \(key) beside source, which takes its place; remove one of them"
    case .alias: "the address comes from elsewhere by an alias (*); write it here"
    case .merged: "source comes from elsewhere by a merge (<<); write it in this entry"
    case .explicitKey: "the key is written with \"?\"; write source: below the other keys"
    case .tagged: "a tag (!) stands before the address; remove it"
    case .twoForms: "this is, by an alias, both the logo and a text; write each address where it belongs"
    case .contentIsAddress:
      "the content begins with file:// or http:// itself, and in its place would be taken for an address; begin it otherwise"
    case .notAnImage: "the content is no image; wanted PNG, JPEG, GIF, WebP, AVIF, BMP, ICO or SVG"
    case .emptyScript: "the script is empty; write one, or remove the check"
    case .resultTooLarge:
      "with all content in it the manifest is larger than \(Limits.sourceBytes >> 20) MiB, the most that can be read again"
    case .unreadable(let why): why
    }
  }
}

/// Everything that keeps a manifest from being bundled; at least one error.
package struct BundleFailure: Swift.Error, Sendable {
  package let errors: [UserDataError]

  package init(errors: [UserDataError]) {
    self.errors = errors
  }
}
