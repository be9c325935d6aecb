/// What can be wrong with a manifest as a whole, and with the choice of a profile in it.
package enum PreflightProblem: Swift.Error, Hashable, Sendable {
  /// No text that this program knows.
  case unknownKind
  /// User-data, of these parts, none of which is a document with `preflight`.
  case noRequirements(types: [PartType])
  case unknownVersion(String)
  case unknownKindOfManifest(String?)
  case severalManifests
  /// A Gravity manifest among other sources, by its name.
  case manifestAmongOthers(String)
  case noProfiles
  case duplicateProfile(String)

  case profileNeeded(known: [String])
  case noSuchProfile(String, known: [String])
  case profileOfDocument(String)

  package var sentence: String {
    switch self {
    case .unknownKind:
      "neither a Gravity manifest nor a bringup document; "
        + "begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
    case .noRequirements(let types) where types.contains(.bringup):
      "the bringup document has no preflight; write e.g. preflight: {requirements: {cpu: {min: 2}}}"
    case .noRequirements(let types):
      (types.isEmpty
        ? "user-data without parts" : "user-data (\(types.map(\.name).prefix(10).joined(separator: ", ")))")
        + ", and no Gravity manifest or bringup document with preflight, which the requirements are read from"
    case .unknownVersion(let version):
      "apiVersion is \(Printable.quote(version)); of Gravity's manifests this program reads v2"
    case .unknownKindOfManifest(let found?): "kind is \(found); write Bundle, Cluster or Application"
    case .unknownKindOfManifest(nil): "the manifest has no kind; write kind: Bundle, Cluster or Application"
    case .severalManifests: "a second Gravity manifest begins; keep one in the file"
    case .manifestAmongOthers(let name):
      "\(Printable.escape(name)) is a Gravity manifest, which is checked alone; name it without other sources"
    case .noProfiles:
      "the manifest has no nodeProfiles, so it asks nothing of a node; write e.g. nodeProfiles: "
        + "[{name: node, requirements: {cpu: {min: 2}}}]"
    case .duplicateProfile(let name):
      "a profile above is called \(Printable.quote(name)), too; give this one another name"
    case .profileNeeded(let known):
      "the manifest has \(known.count) node profiles: \(Self.list(known)); choose one with --profile"
    case .noSuchProfile(let name, let known):
      "no node profile is called \(Printable.quote(name)); there \(known.count == 1 ? "is" : "are") \(Self.list(known))"
    case .profileOfDocument(let name):
      "--profile \(Printable.quote(name)) chooses from a Gravity manifest; a bringup document has no node profiles"
    }
  }

  /// The first ten; the rest are counted.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { Printable.quote($0) }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
  }
}
