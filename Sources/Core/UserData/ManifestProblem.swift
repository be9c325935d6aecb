/// What can be wrong in kops manifests that are good YAML.
package enum ManifestProblem: Hashable, Sendable {
  case noUserData
  case severalGroups([String])
  case noSuchGroup(String, known: [String])
  case notAList(found: String)
  case entry(found: String)
  case notText(key: String, found: String)
  case noName
  case noContent(String)
  case badType(part: String, found: String)

  package var sentence: String {
    switch self {
    case .noUserData: "no InstanceGroup in it has additionalUserData"
    case .severalGroups(let names):
      "several InstanceGroups have additionalUserData: \(list(names)); choose one with --instance-group"
    case .noSuchGroup(let name, let known):
      "no InstanceGroup is called \(Printable.quote(name)); "
        + (known.isEmpty ? "there is none" : "there are \(list(known))")
    case .notAList(let found): "additionalUserData is \(found), not a list of parts"
    case .entry(let found): "a part of additionalUserData is \(found), not a mapping of name, type and content"
    case .notText(let key, let found): "\(key) of a part is \(found), not text"
    case .noName: "a part of additionalUserData has no name, so kops refuses it; write e.g. name: 10-setup.yaml"
    case .noContent(let name): "part \(Printable.quote(name)) has no content"
    case .badType(let name, let found):
      "type \(Printable.quote(found)) of part \(Printable.quote(name)) is none that kops takes; "
        + "it takes e.g. text/x-shellscript, text/cloud-config and text/cloud-boothook"
    }
  }

  /// The first ten names; the rest are counted.
  private func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { Printable.quote($0) }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
  }
}
