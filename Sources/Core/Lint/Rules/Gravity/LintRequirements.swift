/// What is asked of nodes, as it is written: by a node profile of a Gravity manifest, or by the `preflight` of a bringup
/// document, which has the same schema.
struct LintRequirements {
  /// Who reads it, which is not done alike.
  enum Reader {
    case gravity
    case bringup
  }

  let reader: Reader
  let fields: YAMLMapping
  let text: LintText

  /// The fields of each item of a list.
  func items(_ key: String) -> [(node: YAMLNode, fields: YAMLMapping)] {
    (fields[key]?.items ?? []).compactMap { node in node.fields.map { (node, $0) } }
  }

  /// Each item of `ranges` with the list that it is of.
  var portRanges: [(list: YAMLNode, range: YAMLNode)] {
    (fields["network"]?.fields?["ports"]?.items ?? []).flatMap { port -> [(list: YAMLNode, range: YAMLNode)] in
      guard let list = port.fields?["ranges"] else { return [] }
      return list.items.map { (list, $0) }
    }
  }
}

extension LintInput {
  var requirements: [LintRequirements] {
    if case .gravity(let manifest) = form {
      let profiles = manifest.root.fields?["nodeProfiles"]?.items ?? []
      return profiles.compactMap { profile in
        let fields = profile.fields?["requirements"]?.fields
        return fields.map { LintRequirements(reader: .gravity, fields: $0, text: manifest.text) }
      }
    }
    return parts.compactMap { part in
      guard part.type == .bringup else { return nil }
      let fields = part.mapping?["preflight"]?.fields?["requirements"]?.fields
      return fields.map { LintRequirements(reader: .bringup, fields: $0, text: part.text) }
    }
  }
}
