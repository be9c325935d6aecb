/// The `source` of an entry of `files`: `{uri: file://motd}`.
struct FileSource {
  /// Nil where there is no `uri`, which is for those who apply the document to complain about.
  let address: ReferenceAddress?

  /// `entry` is the one that has the source.
  init(_ source: YAMLMapping, of entry: YAMLNode) throws(BundleProblem) {
    guard case .string(let uri) = source["uri"]?.value, !uri.utf8.isEmpty else {
      address = nil
      return
    }
    guard let address = try ReferenceAddress(uri) else { throw .otherScheme(uri) }
    if source["headers"] != nil { throw .headers }
    if case .mapping(let fields) = entry.value {
      for key in ["content", "encoding"] where fields[key] != nil { throw .beside(key) }
    }
    self.address = address
  }
}
