/// What cloud-init does with a `write_files` list, as far as the list alone tells: an entry that it cannot take ends the
/// run, and the entries after it are not written (`cc_write_files` and `cc_write_files_deferred` of 22.4).
enum WriteFilesRun {
  /// The indexes of the items whose content comes to their file.
  static func written(_ items: [YAMLNode]) -> Set<Int> {
    guard items.allSatisfy(canTellDeferral) else { return [] }
    return written(items, deferred: false).union(written(items, deferred: true))
  }

  private enum Fate {
    case written
    case writtenLast
    case skipped
    /// Raises before the file is opened.
    case ends
  }

  private static func written(_ items: [YAMLNode], deferred: Bool) -> Set<Int> {
    var written: Set<Int> = []
    for (index, item) in items.enumerated() where isDeferred(item) == deferred {
      switch fate(of: item) {
      case .written: written.insert(index)
      case .writtenLast: return written.union([index])
      case .skipped: continue
      case .ends: return written
      }
    }
    return written
  }

  /// Both modules look for the key `defer` in every item first: where that raises, neither writes anything.
  private static func canTellDeferral(_ item: YAMLNode) -> Bool {
    switch item.value {
    case .mapping: true
    case .string(let text): !PythonText.contains("defer", in: text)
    case .sequence(let items), .set(let items): !items.contains(where: isDeferKey)
    case .null, .bool, .int, .float, .binary, .timestamp: false
    }
  }

  private static func isDeferKey(_ item: YAMLNode) -> Bool {
    if case .string(let text) = item.value { text.hasBytes(of: "defer") } else { false }
  }

  private static func isDeferred(_ item: YAMLNode) -> Bool {
    guard case .mapping(let mapping) = item.value else { return false }
    var scratch = Diagnosis.scratch
    return FileEntry.decodeFlag("defer", in: mapping, &scratch)
  }

  private static func fate(of item: YAMLNode) -> Fate {
    guard case .mapping(let mapping) = item.value else { return .ends }
    guard let path = mapping["path"], path.isTrue else { return .skipped }
    guard canOpen(path), hasContent(mapping) else { return .ends }
    return [ownership(mapping["owner"]), modeFate(mapping["permissions"])].reduce(.written) { worse($0, $1) }
  }

  private static func worse(_ left: Fate, _ right: Fate) -> Fate {
    switch (left, right) {
    case (.ends, _), (_, .ends): .ends
    case (.writtenLast, _), (_, .writtenLast): .writtenLast
    case (.written, _), (.skipped, _): right
    }
  }

  /// A relative path is taken from cloud-init's working directory, which this program does not do.
  private static func canOpen(_ path: YAMLNode) -> Bool {
    let text: String
    switch path.value {
    case .string(let string): text = string
    case .binary(let data): text = String(decoding: data, as: UTF8.self)
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set: return false
    }
    do {
      return try AbsolutePath(text) != .root
    } catch {
      return error == .relative
    }
  }

  private static func hasContent(_ mapping: YAMLMapping) -> Bool {
    if case .null = mapping["content"]?.value { return false }
    var decoder = FileContent()
    var scratch = Diagnosis.scratch
    return decoder.decode(mapping, &scratch) != nil
  }

  /// cloud-init looks up names only, once the file is written; a number is no name, nor is anything with a colon.
  private static func ownership(_ node: YAMLNode?) -> Fate {
    guard let node, node.isTrue else { return .written }
    guard case .string = node.value else { return .ends }
    var scratch = Diagnosis.scratch
    let owner = OwnerRequest.decode(node, &scratch)
    for account in [owner?.user, owner?.group] {
      switch account {
      case .name(let name) where !name.utf8.contains(UInt8(ascii: ":")): continue
      case nil: continue
      case .name, .id: return .writtenLast
      }
    }
    return .written
  }

  /// A mode that is no C `int` fails in chmod(2), an infinite one before the file is opened.
  private static func modeFate(_ node: YAMLNode?) -> Fate {
    if case .float(let number) = node?.value, number.isInfinite { return .ends }
    var scratch = Diagnosis.scratch
    return ModeRequest.decode(node, &scratch) == nil ? .writtenLast : .written
  }
}

extension Diagnosis {
  /// For asking whether something is wrong, not what.
  static var scratch: Diagnosis { Diagnosis(placement: .whole(""), dialect: .cloudConfig) }
}
