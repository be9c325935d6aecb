/// A `#cloud-config-archive`: a YAML list of parts (`UserDataProcessor._explode_archive`).
///
/// ```yaml
/// #cloud-config-archive
/// - "#!/bin/sh\ndate\n"
/// - {type: text/cloud-config, filename: b.yaml, content: "runcmd: [date]", X-Merge-Type: list(append)}
/// ```
/// has two: a script without a name, and `b.yaml`.
enum Archive {
  /// The entries in order, each to be made a part of on its own, so that a bad one does not hide its neighbours.
  ///
  /// - Parameter placement: of `text`.
  static func entries(of text: [UInt8], placement: Placement) throws(UserDataError) -> [YAMLNode] {
    guard let root = try YAML.parse(text, placement: placement) else { return [] }
    switch root.value {
    case .sequence(let entries), .set(let entries): return entries
    case .null: return []
    case .bool, .int, .float, .string, .binary, .timestamp, .mapping:
      throw UserDataError(placement.origin(at: root.start), .blob(.archive(.notAList(found: root.kind))))
    }
  }

  /// What an entry holds, with the type that it is of.
  static func attachment(_ entry: YAMLNode, in placement: Placement) throws(UserDataError) -> Attachment {
    guard case .mapping(let fields) = entry.value else {
      guard case .string = entry.value else {
        throw problem(.entry(found: entry.kind), at: entry, in: placement)
      }
      return try sniffed(entry, in: placement)
    }
    var attachment =
      try fields["content"].map { content throws(UserDataError) in try sniffed(content, in: placement) }
      ?? Attachment(
        defaultType: "text/cloud-config", content: [], placement: placement.decoded(),
        origin: placement.origin(at: entry.start))
    if let type = try text(of: "type", in: fields, placement), !type.isEmpty {
      guard type.utf8.contains(UInt8(ascii: "/")) else {
        throw problem(.typeWithoutSlash(type), at: fields["type"] ?? entry, in: placement)
      }
      attachment.declaredType = type.lowercased()
    }
    let fileName = try text(of: "filename", in: fields, placement).map(PythonText.stripped)
    attachment.fileName = fileName.flatMap { $0.isEmpty ? nil : PartName($0) }
    attachment.mergeHeader = try mergeHeader(of: fields, placement)
    if let index = fields["launch-index"] {
      attachment.warnings.append(.launchIndex(at: placement.origin(at: index.start)))
    }
    return attachment
  }

  /// `content` with the type that its first line tells: text is cloud-config unless it says otherwise, binary data is
  /// not looked at by any handler.
  private static func sniffed(_ content: YAMLNode, in placement: Placement) throws(UserDataError) -> Attachment {
    let bytes: [UInt8]
    let fallback: String
    switch content.value {
    case .string(let text): (bytes, fallback) = (Array(text.utf8), "text/cloud-config")
    case .binary(let data): (bytes, fallback) = (data, "application/octet-stream")
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      throw problem(.notText(key: "content", found: content.kind), at: content, in: placement)
    }
    let isText = UTF8Text.firstFault(in: bytes[...]) == nil
    return Attachment(
      defaultType: isText ? Sniff.contentType(of: bytes) ?? fallback : fallback, content: bytes,
      placement: content.textPlacement(in: placement), origin: placement.origin(at: content.start))
  }

  /// As ``MIMEHeaders/mergeType``: the first key of the name in any case has the value, where there is one in the right case.
  private static func mergeHeader(
    of fields: YAMLMapping, _ placement: Placement
  ) throws(UserDataError) -> String? {
    for name in ["Merge-Type", "X-Merge-Type"] where fields[name] != nil {
      let first = fields.entries.lazy.compactMap(\.key.text).first { PythonText.asciiLowered($0) == name.lowercased() }
      guard let value = fields[first ?? name], !value.isNull else { continue }
      if let text = try text(of: first ?? name, in: fields, placement), !text.isEmpty { return text }
    }
    return nil
  }

  private static func text(
    of key: String, in fields: YAMLMapping, _ placement: Placement
  ) throws(UserDataError) -> String? {
    guard let node = fields[key] else { return nil }
    guard case .string(let text) = node.value else {
      throw problem(.notText(key: key, found: node.kind), at: node, in: placement)
    }
    return text
  }

  private static func problem(_ problem: ArchiveProblem, at node: YAMLNode, in placement: Placement) -> UserDataError {
    UserDataError(placement.origin(at: node.start), .blob(.archive(problem)))
  }
}

/// What can be wrong in a `#cloud-config-archive` that is good YAML.
package enum ArchiveProblem: Hashable, Sendable {
  case notAList(found: String)
  case entry(found: String)
  case notText(key: String, found: String)
  case typeWithoutSlash(String)
  case keyNotText(found: String)
  case headerInText(key: String)

  package var sentence: String {
    switch self {
    case .notAList(let found): "the archive is \(found), not a list of parts"
    case .entry(let found): "an entry of the archive is \(found), not text or a mapping"
    case .notText(let key, let found): "\(key) of an archive entry is \(found), not text"
    case .headerInText(let key):
      "\(Printable.quote(key)) of an archive entry holds a line that looks like a header; keep it to one line"
    case .keyNotText(let found): "a key of an archive entry is \(found), not text"
    case .typeWithoutSlash(let type): "type \(Printable.quote(type)) of an archive entry is no content type"
    }
  }
}
