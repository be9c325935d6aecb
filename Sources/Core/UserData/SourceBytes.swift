/// A source as it was read.
package struct SourceBytes: Sendable {
  /// As the user named it: a path, `-`, `imds:`.
  package let name: String
  /// What its part is called where it turns out to be one part: a file's base name, else `part-001`.
  package let fileName: PartName
  package let bytes: [UInt8]

  package init(name: String, fileName: PartName, bytes: [UInt8]) {
    self.name = name
    self.fileName = fileName
    self.bytes = bytes
  }
}
