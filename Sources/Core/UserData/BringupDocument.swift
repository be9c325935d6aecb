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
  package static let apiVersion = "bringup/v1"

  package let files: [FileEntry]
  package let dropIns: [DropIn]
  package let preflight: PreflightSection?

  package init(files: [FileEntry], dropIns: [DropIn], preflight: PreflightSection?) {
    self.files = files
    self.dropIns = dropIns
    self.preflight = preflight
  }
}

/// The `preflight` mapping of a bringup document.
package struct PreflightSection: Sendable {
  package enum OnFailure: String, Sendable, CaseIterable {
    /// `kops-configuration.service` does not start.
    case block
    /// It starts, and the report warns.
    case warn
  }

  package let origin: Origin
  /// In their order; in the schema of a Gravity manifest's `nodeProfiles[].requirements`.
  package let requirements: [Requirement]
  package let onFailure: OnFailure

  package init(origin: Origin, requirements: [Requirement], onFailure: OnFailure) {
    self.origin = origin
    self.requirements = requirements
    self.onFailure = onFailure
  }
}
