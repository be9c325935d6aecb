/// A document of this program: `apiVersion: bringup/v1`.
///
/// ```yaml
/// #!/usr/bin/bringup apply
/// apiVersion: bringup/v1
/// files: [...]
/// units: {kops-configuration.service: {execStartPre: [...]}}
/// preflight: {requirements: {...}, onFailure: block}
/// ```
package struct BringupDocument: Sendable {
  package let files: [FileEntry]
  package let dropIns: [DropIn]
  /// The `preflight` mapping, read by the preflight decoder.
  package let preflight: YAMLNode?

  package init(files: [FileEntry], dropIns: [DropIn], preflight: YAMLNode?) {
    self.files = files
    self.dropIns = dropIns
    self.preflight = preflight
  }
}
