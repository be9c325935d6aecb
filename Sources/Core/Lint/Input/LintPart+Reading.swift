extension LintPart {
  /// Takes a part apart as far as its type says how.
  init(_ part: Part, of source: LintSource, entry: LintEntry? = nil) {
    self.part = part
    self.entry = entry
    let text = LintText(part.content, placement: part.placement, of: source)
    self.text = text
    document = Self.document(part)
    guard part.type == .cloudConfig, case .mapping(let root) = document else {
      (files, bootcmd, runcmd) = ([], nil, nil)
      shellTexts = part.type.isRunByShebang ? [text.split] : []
      bringup = part.type == .bringup ? Self.bringup(part) : nil
      shells = LintShell(script: part, text).map { [$0] } ?? []
      return
    }
    files = Self.files(root)
    bootcmd = LintCommands("bootcmd", in: root, text)
    runcmd = LintCommands("runcmd", in: root, text)
    shellTexts = [bootcmd, runcmd].compactMap(\.self).flatMap { commands in
      commands.items.compactMap { text.text(of: $0)?.split }
    }
    bringup = nil
    shells = [bootcmd, runcmd].compactMap { commands in commands.map { LintShell($0, in: text) } }
  }

  private static func document(_ part: Part) -> Document {
    switch part.type {
    case .cloudConfig, .bringup:
      do {
        return .mapping(try part.rootMapping().mapping)
      } catch {
        return .broken(error)
      }
    case .cloudConfigPatch, .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce,
      .boothook, .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .unhandled:
      return .none
    }
  }

  private static func bringup(_ part: Part) -> Result<BringupDocument, PartFailure> {
    Result { () throws(PartFailure) -> BringupDocument in try BringupDocument.decode(part) }
  }

  private static func files(_ root: YAMLMapping) -> [LintFile] {
    guard case .sequence(let items) = root["write_files"]?.value else { return [] }
    return items.prefix(Limits.files).map { LintFile($0) }
  }
}

extension LintCommands {
  fileprivate init?(_ key: String, in root: YAMLMapping, _ text: LintText) {
    guard let entry = root.entry(key) else { return nil }
    self.key = key
    keyNode = entry.key
    node = entry.value
    if case .sequence(let items) = entry.value.value { self.items = items } else { items = [] }
    script = Result { () throws(Shellify.Fault) -> [UInt8] in try Shellify.script(entry.value, key: key).script }
      .mapError { UserDataError(text.origin(at: $0.node.start), .document($0.problem)) }
  }
}
