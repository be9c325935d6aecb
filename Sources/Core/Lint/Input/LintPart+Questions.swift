extension LintInput {
  /// Whether cloud-init takes the parts out of a message and writes them under their names. Files are another matter: they
  /// are this program's own, or what somebody is working on.
  var isWalkedByCloudInit: Bool {
    switch form {
    case .instanceGroup, .message: true
    case .files, .gravity: false
    }
  }
}

extension LintPart {
  /// cloud-init writes it to `scripts/`, where all that lie there are run by name.
  var isScript: Bool {
    switch part.type {
    case .shellScript: true
    case .bringup: part.declaredType == "text/x-shellscript"
    case .cloudConfig, .cloudConfigPatch, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce, .boothook,
      .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .unhandled:
      false
    }
  }

  /// The type as the manifest or the header has it, whatever it turned out to be.
  var statedType: String? {
    if case .string(let type) = entry?["type"]?.value { type } else { part.declaredType }
  }

  var nameWidth: Int { entry?["name"]?.widthOnFirstLine ?? 0 }

  /// What is said of the type points at it, or at the first line where no manifest states it.
  var typeOrigin: Origin { entry?.origin(of: "type") ?? text.origin(at: .start) }

  var typeWidth: Int { entry?["type"]?.widthOnFirstLine ?? 0 }

  /// Whether cloud-init reads its UTF-8 as something else: a part of a message that is not encoded, and a text that it
  /// takes for a message.
  func isTakenForLatin1(in form: LintInput.Form) -> Bool {
    switch form {
    case .message: part.placement.alignment != .detached
    case .files: part.warnings.contains { $0 == .takenForMessage(at: $0.origin) }
    case .instanceGroup, .gravity: false
    }
  }
}

extension LintEntry {
  /// The text of `content`.
  var content: LintText? { self["content"].flatMap { text.text(of: $0) } }
}

extension LintFile {
  /// Whether a line of the part is one of `content`.
  func holdsLine(_ number: Int) -> Bool {
    guard let content = self["content"] else { return false }
    return content.start.line <= number && number < content.lineBehind
  }

  /// The edits that put the content into base64, where it is a block that is not encoded yet; none where it is not.
  func inBase64(in text: LintText) -> [TextEdit?] {
    guard let entry = fields?.entry("content"), fields?["encoding"] == nil,
      case .string(let content) = entry.value.value,
      case .literal = entry.value.style, case .block = node.style
    else { return [] }
    let margin = String(repeating: " ", count: text.origin(at: entry.key.start).position.map { $0.column - 1 } ?? 0)
    let encoded = String(decoding: Base64.encode(Array(content.utf8)), as: UTF8.self)
    let first = text.origin(at: entry.key.start).position?.line ?? 0
    let last = text.origin(at: Position(line: entry.value.lineBehind - 1, column: 1)).position?.line ?? 0
    let start = text.origin(at: entry.key.start)
    let end = Origin(
      source: start.source, position: Position(line: last, column: 1 + (text.source.line(last)?.columns ?? 0)))
    guard first > 0, last > first else { return [] }
    return [text.source.edit(from: start, to: end, "encoding: b64\n\(margin)content: \(encoded)")]
  }
}

extension YAMLNode {
  /// One past the last line of the text of a literal block; else, of the node.
  var lineBehind: Int {
    guard case .literal(let firstLine, _) = style, case .string(let text) = value else { return end.line + 1 }
    let breaks = text.utf8.count { $0 == UInt8(ascii: "\n") }
    return firstLine + breaks + (text.utf8.last == UInt8(ascii: "\n") ? 0 : 1)
  }
}

extension ArraySlice<UInt8> {
  /// Of UTF-8 text.
  var columns: Int { count { $0 & 0xC0 != 0x80 } }
}
