/// cloud-init's handlers at work on the walked parts: scripts are written, boothooks run, configurations merged.
struct PartHandlers {
  private(set) var parts: [ExplainedPart] = []
  /// Indices into ``parts``, in the order they run.
  private(set) var boothooks: [Int] = []
  private(set) var folders: [ScriptDirectory: ScriptFolder] = [:]
  /// The configuration parts for the merge, and the index of each in ``parts``.
  private(set) var configs: [(part: Part, index: Int)] = []
  /// How many parts the handlers walked.
  private var walkedCount = 0

  init(_ seen: [SeenPart], isReached: Bool) {
    for part in seen { handle(part, isReached: isReached) }
  }

  private mutating func handle(_ seen: SeenPart, isReached: Bool) {
    switch seen {
    case .archive(let name, let origin, let entries):
      parts.append(
        ExplainedPart(
          name: name, type: "text/cloud-config-archive", origin: origin, content: nil, fate: .archive(entries: entries))
      )
    case .include(let name, let origin, let type, let addresses):
      parts.append(
        ExplainedPart(name: name, type: type, origin: origin, content: nil, fate: .include(addresses: addresses)))
    case .attached(let part):
      let name = part.name ?? PartName.numbered(walkedCount)
      walkedCount += 1
      parts.append(
        ExplainedPart(
          name: name, type: part.contentType, declaredType: part.declaredType, origin: part.origin,
          content: part.content, fate: .notReached))
      if isReached { parts[parts.count - 1].fate = fate(of: part, named: name) }
    }
  }

  /// The built-in handlers, by content type; `text/upstart-job` lost its own in 22.2.
  private mutating func fate(of part: AttachedPart, named name: PartName) -> PartFate {
    guard let content = part.content else { return .dropped(.empty) }
    switch PartType(contentType: part.contentType) {
    case .cloudConfig, .cloudConfigPatch:
      configs.append((config(part, named: name), parts.count - 1))
      return .merged
    case .shellScript: return write(content, as: ScriptName.clean(name), into: .instance)
    case .shellScriptPerBoot: return write(content, as: ScriptName.clean(name.lastComponent), into: .perBoot)
    case .shellScriptPerInstance: return write(content, as: ScriptName.clean(name.lastComponent), into: .perInstance)
    case .shellScriptPerOnce: return write(content, as: ScriptName.clean(name.lastComponent), into: .perOnce)
    case .boothook:
      if let drop = Self.drop(content, as: ScriptName.clean(name)) { return .dropped(drop) }
      boothooks.append(parts.count - 1)
      return .boothook
    case .partHandler: return .notSimulated(.partHandler)
    case .jinja: return .notSimulated(.jinja)
    case .includeURL, .includeOnceURL, .upstartJob, .bringup, .unhandled:
      return .dropped(content.isEmpty ? .empty : .noHandler(part.contentType))
    }
  }

  private func config(_ part: AttachedPart, named name: PartName) -> Part {
    Part(
      name: name, type: PartType(contentType: part.contentType), declaredType: part.declaredType,
      content: part.content ?? [], placement: part.placement, mergeHeader: part.mergeHeader, ordinal: configs.count)
  }

  private mutating func write(_ content: [UInt8], as name: String, into directory: ScriptDirectory) -> PartFate {
    if let drop = Self.drop(content, as: name) { return .dropped(drop) }
    folders[directory, default: ScriptFolder()].write(
      name, ScriptText.ofScript(content), by: .part(parts.count - 1))
    return .script(directory)
  }

  /// Why no file of that name and content is written.
  private static func drop(_ content: [UInt8], as name: String) -> PartFate.Drop? {
    if ["", ".", ".."].contains(name) || name.utf8.count > 255 { return .noFileName }
    return UTF8Text.firstFault(in: content[...]) == nil ? nil : .notUTF8
  }
}

/// A part, and what becomes of it.
package struct ExplainedPart: Sendable {
  /// Nil for a container without a file name, which cloud-init does not count.
  package let name: PartName?
  /// After sniffing.
  package let type: String
  package var declaredType: String?
  package let origin: Origin
  /// As cloud-init's handler gets it; nil where none does.
  package let content: [UInt8]?
  package internal(set) var fate: PartFate

  init(
    name: PartName?, type: String, declaredType: String? = nil, origin: Origin, content: [UInt8]?, fate: PartFate
  ) {
    self.name = name
    self.type = type
    self.declaredType = declaredType
    self.origin = origin
    self.content = content
    self.fate = fate
  }
}

extension PartName {
  /// `os.path.basename()`
  fileprivate var lastComponent: PartName {
    let slash = codePoints.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    return PartName(codePoints: Array(codePoints[slash...]))
  }
}
