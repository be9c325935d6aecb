/// What a node is to be judged by: a Gravity manifest, or what bringup documents hold under `preflight`.
///
/// Which of the two a text is, its content tells; `#!/usr/bin/bringup apply` may stand before a document, and documents may
/// be parts of kops manifests or other user-data.
package enum PreflightManifest: Sendable {
  case application(ApplicationManifest)
  /// At least one: the `preflight` of each document among the parts, in apply order.
  case documents([PreflightSection])

  /// What was asked for, for one node.
  package struct Choice: Sendable {
    /// The node profile; nil for bringup documents.
    package let profile: String?
    /// In the order of the manifest; names of scripts are unique.
    package let requirements: [Requirement]
    /// What a failure of each comes to: what its document says. A Gravity manifest, which says nothing of it, blocks.
    package let onFailure: [PreflightSection.OnFailure]
  }

  /// The requirements for a node of `profile`: the one of that name, or the only one there is.
  package func choose(profile: String?) throws(PreflightProblem) -> Choice {
    switch self {
    case .application(let manifest):
      let chosen = try manifest.profile(named: profile)
      return Choice(
        profile: chosen.name, requirements: chosen.requirements,
        onFailure: chosen.requirements.map { _ in .block })
    case .documents(let sections):
      if let profile { throw .profileOfDocument(profile) }
      return Choice(
        profile: nil, requirements: ScriptRequirement.withUniqueNames(sections.flatMap(\.requirements)),
        onFailure: sections.flatMap { section in section.requirements.map { _ in section.onFailure } })
    }
  }
}
