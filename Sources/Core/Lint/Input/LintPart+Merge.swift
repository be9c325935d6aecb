extension LintPart {
  /// The `merge_how` of a cloud-config, or its `merge_type` where it has no other.
  var mergeEntry: YAMLMapping.Entry? {
    ["merge_how", "merge_type"].lazy.compactMap { mapping?.entry($0) }.first { entry in
      if case .null = entry.value.value { false } else { true }
    }
  }

  /// Whether the part says how it is to be merged, rightly or not.
  var saysHowToMerge: Bool {
    mergeEntry?.value.isTrue ?? false || !(part.mergeHeader ?? "").utf8.isEmpty
  }

  /// How a cloud-config is merged onto those before it, or why cloud-init drops it.
  var mergeStrategy: Result<MergeStrategy, MergeProblem> {
    Result { () throws(MergeProblem) -> MergeStrategy in
      try MergeStrategy.of(mapping ?? YAMLMapping(entries: []), header: part.mergeHeader)
    }
  }

  /// What is said of the merge points at the key that asks for it, or at the part where a header does.
  var mergeOrigin: Origin { mergeEntry.map { text.origin(at: $0.value.start) } ?? origin }

  var mergeWidth: Int { mergeEntry?.value.widthOnFirstLine ?? 0 }
}

extension LintInput {
  /// The cloud-configs that cloud-init merges into one: those of a message or group; among loose files, those of an
  /// archive.
  var mergedTogether: [[LintPart]] {
    guard !isWalkedByCloudInit else { return [cloudConfigs] }
    var chains: [[LintPart]] = []
    for part in cloudConfigs {
      if let last = chains.last?.last, last.source.name.hasBytes(of: part.source.name) {
        chains[chains.count - 1].append(part)
      } else {
        chains.append([part])
      }
    }
    return chains
  }
}
