/// Why cloud-init drops a part when it merges the cloud-configs, or why it cannot be said what comes of one.
package enum MergeProblem: Swift.Error, Hashable, Sendable {
  case notMergers(found: String)
  case malformed(String)
  case itemWithoutSettings
  case notSettings(found: String)
  case unknownMerger(String)
  /// `str(append)` of a text that is there with a list or mapping.
  case joinedWithText(found: String)
  /// `list(no_replace)` of a list that is there with a mapping.
  case mappingForList
  case tooMuch
  /// A JSON patch (`#cloud-config-jsonp`).
  case patch

  package var sentence: String {
    switch self {
    case .notMergers(let found):
      "merge_how holds \(found), so cloud-init drops the part; write e.g. \"list(append)+dict(recurse_list)\""
    case .malformed(let text):
      "merge_how \(Printable.quote(text)) is not of the form name(option,option), so cloud-init drops the part"
    case .itemWithoutSettings:
      "an item of merge_how has no name or no settings, so cloud-init drops the part; write {name: list, settings: []}"
    case .notSettings(let found):
      "settings of merge_how is \(found), so cloud-init drops the part; write a list of options"
    case .unknownMerger(let name):
      "merge_how names \(Printable.quote(name)), so cloud-init drops the part; it knows dict, list and str"
    case .joinedWithText(let found):
      "\(found) cannot be joined with the text of an earlier part, so cloud-init drops the part"
    case .mappingForList:
      "a mapping meets a list of an earlier part under list(no_replace), so cloud-init drops the part"
    case .patch: "a JSON patch of the merged cloud-config is not worked out here"
    case .tooMuch: "the cloud-configs take more than \(Limits.mergeSteps) steps to merge"
    }
  }
}
