extension LintFile {
  var isAppended: Bool { flag("append") }

  var isDeferred: Bool { flag("defer") }

  /// The bytes that come to the file; nil where they cannot be had. `decoder` is that of the part.
  func content(_ decoder: inout FileContent) -> [UInt8]? {
    guard let fields else { return nil }
    var scratch = Diagnosis.scratch
    return decoder.decode(fields, &scratch)
  }

  /// Puts `field` in front of the one called `key`, the way that the entry is written.
  func inserting(_ field: String, before key: String, in text: LintText) -> TextEdit? {
    guard let place = fields?.entry(key)?.key.start, node.start <= place, place < node.end else { return nil }
    let origin = text.origin(at: place)
    guard let column = origin.position?.column else { return nil }
    switch node.style {
    case .flow: return text.source.edit(from: origin, to: origin, "\(field), ")
    case .block:
      return text.source.edit(from: origin, to: origin, "\(field)\n" + String(repeating: " ", count: column - 1))
    case .plain, .singleQuoted, .doubleQuoted, .literal, .folded: return nil
    }
  }

  private func flag(_ key: String) -> Bool {
    guard let fields else { return false }
    var scratch = Diagnosis.scratch
    return FileEntry.decodeFlag(key, in: fields, &scratch)
  }
}

extension LintInput {
  /// The files of each node with the indexes of their parts, in the order in which cloud-init writes them: those of all
  /// parts, as far as they are left after the merge. Of loose files each is a node's own.
  var fileLists: [[(part: Int, file: LintFile)]] {
    let lists = parts.indices.filter { !parts[$0].files.isEmpty }.map { index in
      parts[index].files.map { (part: index, file: $0) }
    }
    let isMerged = isWalkedByCloudInit && lists.count > 1
    return (isMerged ? [mergedFiles] : lists).map { list in
      list.filter { !$0.file.isDeferred } + list.filter(\.file.isDeferred)
    }
  }

  private var mergedFiles: [(part: Int, file: LintFile)] {
    let items = merged.root["write_files"]?.value.items ?? []
    return items.compactMap { item in
      guard case .written(let written) = item else { return nil }
      return (written.part, LintFile(written.node))
    }
  }
}
