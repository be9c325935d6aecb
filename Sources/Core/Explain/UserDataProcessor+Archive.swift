/// `UserDataProcessor._explode_archive`, which trusts the entries about their types and stumbles over odd ones.
extension UserDataProcessor {
  mutating func explode(_ archive: Attachment) -> [SeenPart] {
    let entries: [YAMLNode]
    do throws(UserDataError) {
      entries = try Archive.entries(of: archive.content, placement: archive.placement)
    } catch {
      remark(error)
      return []
    }
    var seen: [SeenPart] = []
    for entry in entries where stop == nil {
      do throws(UserDataError) {
        if let part = try attach(entry, in: archive.placement) { seen.append(.attached(part)) }
      } catch {
        // A limit of ours, where cloud-init has none.
        end(error.problem == .blob(.mime(.headersTooLong)) ? .notWorkedOut(error) : .fatal(error))
      }
    }
    return seen
  }

  /// Nil for an entry that is neither text nor a mapping, which is passed over. Throws what nothing catches.
  private mutating func attach(_ entry: YAMLNode, in placement: Placement) throws(UserDataError) -> AttachedPart? {
    switch entry.value {
    case .mapping(let fields):
      try checkHeaders(fields, in: placement)
      let hasNone =
        fields["content"]?.isNull == true && fields["type"]?.text.map { !$0.isEmpty && !Self.isText($0) } == true
      var attachment = try Archive.attachment(
        readable(entry, fields, withoutContent: hasNone, in: placement), in: placement)
      let isPlainText = try takesText(fields, attachment, at: entry, in: placement)
      // Only for a type that begins with "text" in small letters a message is made that knows its encoding.
      if !isPlainText, case .string = fields["content"]?.value {
        attachment.content = PythonText.rawUnicodeEscaped(attachment.content[...])
      }
      let type = attachment.declaredType.map(MIMEHeaders.contentType) ?? attachment.defaultType
      attachment.declaredType = attachment.declaredType.map { _ in type }
      return attach(attachment, as: type, content: hasNone ? nil : attachment.content)
    case .string:
      let attachment = try Archive.attachment(entry, in: placement)
      return attach(attachment, as: attachment.defaultType, content: attachment.content)
    case .null, .bool, .int, .float, .binary, .timestamp, .sequence, .set:
      remark(UserDataError(placement.origin(at: entry.start), .blob(.archive(.entry(found: entry.kind)))))
      return nil
    }
  }

  /// Any key that is none of cloud-init's becomes a header, whose value has to be text or nothing.
  private func checkHeaders(_ fields: YAMLMapping, in placement: Placement) throws(UserDataError) {
    for entry in fields.entries {
      let problem: ArchiveProblem
      switch entry.key.value {
      case .string(let key):
        let isTaken = Self.taken.contains(PythonText.asciiLowered(key))
        if let text = entry.value.text, !isTaken || ["filename", "launch-index"].contains(key) {
          guard Self.embedsHeader(text) else { continue }
          problem = .headerInText(key: key)
        } else if isTaken || entry.value.isNull {
          continue
        } else {
          problem = .notText(key: key, found: entry.value.kind)
        }
      case .binary: continue
      case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
        problem = .keyNotText(found: entry.key.kind)
      }
      throw UserDataError(placement.origin(at: entry.key.start), .blob(.archive(problem)))
    }
  }

  /// Python refuses to write a header of more than one line where one looks like another header: `email.header` looks
  /// for a line end, then anything but blanks, then a colon. Text beyond ASCII is encoded, and safe.
  private static func embedsHeader(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let lines = text.utf8.split(omittingEmptySubsequences: false) {
      (0x0A...0x0D).contains($0) || (0x1C...0x1E).contains($0)
    }
    return lines.dropFirst().contains { line in
      line.prefix { !ASCII.isBlank($0) }.dropFirst().contains(UInt8(ascii: ":"))
    }
  }

  private static let taken: Set<String> = [
    "content", "filename", "type", "launch-index", "content-disposition", "number-attachments", "content-type",
  ]

  /// The entry with its name as text, which `str()` makes of nearly anything, and without a type that counts as none.
  private func readable(
    _ entry: YAMLNode, _ fields: YAMLMapping, withoutContent: Bool, in placement: Placement
  ) throws(UserDataError) -> YAMLNode {
    var entries = fields.entries
    entries.removeAll { $0.key.text == "type" && !$0.value.isTrue || withoutContent && $0.key.text == "content" }
    if let index = entries.firstIndex(where: { $0.key.text == "filename" }), entries[index].value.text == nil {
      let node = entries[index].value
      let name: [UInt8]
      do {
        name = try PythonRepr.str(node, limit: Limits.mimeHeaderBytes)
      } catch {
        let problem: UserDataProblem =
          switch error {
          case .tooLong: .blob(.mime(.headersTooLong))
          case .tooManyDigits: .document(.tooManyDigits(key: "filename"))
          }
        throw UserDataError(placement.origin(at: node.start), problem)
      }
      let text = YAMLNode(
        value: .string(String(decoding: name, as: UTF8.self)), start: node.start, end: node.end, style: node.style)
      entries[index] = YAMLMapping.Entry(key: entries[index].key, value: text)
    }
    return YAMLNode(
      value: .mapping(YAMLMapping(entries: entries)), start: entry.start, end: entry.end, style: entry.style)
  }

  /// Python compares the main type in exactly this case.
  private static func isText(_ type: String) -> Bool { type.utf8.starts(with: "text/".utf8) }

  /// Whether a message of text is made of the entry.
  private func takesText(
    _ fields: YAMLMapping, _ attachment: Attachment, at entry: YAMLNode, in placement: Placement
  ) throws(UserDataError) -> Bool {
    let written = fields["type"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? attachment.defaultType
    guard Self.isText(written) else { return false }
    if let offset = UTF8Text.firstFault(in: attachment.content[...]) {
      let node = fields["content"] ?? entry
      throw UserDataError(placement.origin(at: node.start), .blob(.notUTF8(attachment.content[offset])))
    }
    return true
  }
}
