/// The user-data of one node, or one manifest, taken apart for the rules.
package struct LintInput: Sendable {
  /// One that is taken apart when its turn comes, on whichever thread: a source may hold thousands of groups.
  package typealias Pending = @Sendable () -> LintInput

  /// What it came in.
  package enum Form: Sendable {
    /// `additionalUserData` of an InstanceGroup, which kops puts into a MIME message behind its own `nodeup.sh`.
    case instanceGroup(LintGroup)
    /// A MIME message, whole.
    case message
    /// Files that are a part each, or an archive of parts: `parts.d`, or what somebody is working on.
    case files
    /// A Gravity manifest, which is no user-data.
    case gravity(LintManifest)
  }

  package let form: Form
  package let sources: [LintSource]
  /// In the order that cloud-init walks them.
  package let parts: [LintPart]
  /// What could not be read: sources, entries, containers. A part that is no YAML is among ``parts``.
  package let failures: [PartFailure]
  package let assumptions: LintAssumptions

  /// The `#cloud-config` parts that are mappings.
  package var cloudConfigs: [LintPart] { parts.filter { $0.type == .cloudConfig && $0.mapping != nil } }

  /// The parts that cloud-init writes to `scripts/` and runs.
  package var scripts: [LintPart] { parts.filter { $0.type == .shellScript } }

  package var group: LintGroup? {
    if case .instanceGroup(let group) = form { group } else { nil }
  }

  /// What cloud-init makes of the cloud-config parts, by their index in ``parts``. Worked out anew at each call.
  package var merged: MergedConfig { CloudConfigMerge.merge(parts.map(\.part)) }

  /// Every YAML error: of parts, and of sources as wholes. A tab that could be taken for spaces is none any more.
  package var yamlErrors: [(error: UserDataError, problem: YAMLProblem)] {
    let ofParts = parts.compactMap { part in
      if case .broken(let error) = part.document { error } else { nil }
    }
    return (failures.flatMap(\.errors) + ofParts).compactMap { error in
      if case .yaml(let problem) = error.problem { (error, problem) } else { nil }
    }
  }
}

/// A Gravity manifest as it is written, and as it is read.
package struct LintManifest: Sendable {
  package let root: YAMLNode
  package let text: LintText
  package let manifest: Result<ApplicationManifest, PartFailure>
}
