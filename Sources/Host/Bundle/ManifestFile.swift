/// The manifest to bundle, as it was read.
package struct ManifestFile: Sendable {
  package let text: [UInt8]
  let status: FileStatus

  /// `path` is one of the caller's own root.
  package static func read(_ path: String) throws(HostError) -> ManifestFile {
    let file = try SourceFile.open(path)
    let status = file.status
    return ManifestFile(text: try file.read(patience: .seconds(300)), status: status)
  }
}
