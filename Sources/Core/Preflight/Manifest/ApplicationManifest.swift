/// A Gravity (Telekube) manifest: what each kind of an application's nodes has to have.
///
/// ```yaml
/// apiVersion: bundle.gravitational.io/v2
/// kind: Bundle
/// nodeProfiles:
///   - {name: db, requirements: {cpu: {min: 8}}, providers: {aws: {instanceTypes: [c3.2xlarge]}}}
/// ```
/// has the profile `db` with two requirements. Its other sections are none of this program's business.
package struct ApplicationManifest: Sendable {
  /// Not empty; names are unique.
  package let profiles: [NodeProfile]

  /// The profile of that name, or the only one there is.
  func profile(named name: String?) throws(PreflightProblem) -> NodeProfile {
    let names = profiles.map(\.name)
    if let name {
      guard let profile = profiles.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw .noSuchProfile(name, known: names)
      }
      return profile
    }
    guard let only = profiles.first, profiles.count == 1 else { throw .profileNeeded(known: names) }
    return only
  }
}

/// An item of `nodeProfiles`.
package struct NodeProfile: Sendable {
  package let origin: Origin
  package let name: String
  /// In the order of the manifest; empty where the profile asks nothing.
  package let requirements: [Requirement]
}
