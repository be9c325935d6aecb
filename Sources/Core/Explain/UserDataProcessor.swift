/// cloud-init's `UserDataProcessor`: from the bytes of user-data to the parts that its handlers get, step by step and with
/// its faults.
///
/// It reads by the decoders that `apply` reads by; only what those mend on purpose is left as cloud-init has it.
struct UserDataProcessor {
  /// What ends the processing.
  enum Stop: Sendable {
    /// cloud-init raises an error that nothing catches: nothing of the user-data is done.
    case fatal(UserDataError)
    /// More than is worked out here.
    case notWorkedOut(UserDataError)
  }

  private(set) var stop: Stop?
  /// What cloud-init passes over, in silence or with a warning.
  private(set) var remarks: [Finding] = []
  private(set) var visits: [PartVisit] = []
  private var attachedCount = 0
  private var contentBytes = 0

  /// Adds what a blob of user-data comes to.
  mutating func process(_ blob: [UInt8], placement: Placement, fileName: PartName? = nil) {
    guard stop == nil else { return }
    var (bytes, placement) = (blob, placement)
    do throws(GzipProblem) {
      if Gzip.isGzip(blob) { (bytes, placement) = (try Gzip.inflate(blob), placement.decoded()) }
    } catch {
      if error.isLimit { return end(.notWorkedOut(UserDataError(placement.origin, .blob(.gzip(error))))) }
    }
    if SourceKind.hasVersionEarly(bytes) {
      processMessage(bytes, placement: placement) { _ in nil }
    } else {
      let attachment = Attachment(
        fileName: fileName, defaultType: "text/x-not-multipart", content: bytes, placement: placement,
        origin: placement.origin)
      add(attachment, depth: 0)
    }
  }

  /// Adds the parts of an instance group as kops sends them.
  mutating func process(_ message: KopsMessage, placement: Placement) {
    guard stop == nil else { return }
    processMessage(message.bytes, placement: placement.decoded(), place: message.place)
  }

  private mutating func processMessage(
    _ bytes: [UInt8], placement: Placement, place: (MIMEEntity) -> (placement: Placement, origin: Origin)?
  ) {
    if let offset = UTF8Text.firstFault(in: bytes[...]) {
      let origin = placement.origin(at: Position(ofByte: offset, in: bytes[...]))
      return end(.fatal(UserDataError(origin, .blob(.mime(.notUTF8(bytes[offset]))))))
    }
    let parser: MIMEParser
    do throws(MIMEProblem) { parser = try MIMEParser(parsing: bytes) } catch {
      return pass(error, at: placement.origin)
    }
    for entity in parser.entities where stop == nil {
      let origin = placement.origin(at: Position(line: entity.firstLine, column: 1))
      if let problem = entity.problem {
        pass(problem, at: origin)
        continue
      }
      do throws(UserDataError) {
        var attachment = try entity.attachment(in: bytes, placement: placement, reading: .asPython)
        if let place = place(entity) { (attachment.placement, attachment.origin) = place }
        switch entity.container {
        case .none: add(attachment, depth: entity.messageDepth)
        case .message: addMessage(attachment, depth: entity.messageDepth)
        case .multipart: continue
        }
      } catch {
        end(.notWorkedOut(error))
      }
    }
  }

  /// A multipart without parts is passed over.
  private mutating func pass(_ problem: MIMEProblem, at origin: Origin) {
    let error = UserDataError(origin, .blob(.mime(problem)))
    switch problem {
    case .headersTooLong, .nestedTooDeep: end(.notWorkedOut(error))
    case .noVersion, .blankLineBeforeHeaders, .noBoundary, .noParts, .boundaryNeverSeen, .cutShort, .encodingUnknown,
      .base64CutShort, .notUTF8:
      remark(error)
    }
  }

  mutating func remark(_ error: UserDataError) {
    guard remarks.count < Limits.warningsPerPart else { return }
    remarks.append(Finding(origin: error.origin, message: error.problem.sentence))
  }

  mutating func end(_ stop: Stop) {
    if self.stop == nil { self.stop = stop }
  }

  /// `message/rfc822`: cloud-init attaches it without content, and what it holds beside it.
  private mutating func addMessage(_ attachment: Attachment, depth: Int) {
    let part = attach(attachment, as: attachment.declaredType ?? attachment.defaultType, content: nil)
    visits.append(PartVisit(depth: depth, isMessage: true, seen: [.attached(part)], again: part))
  }

  /// `UserDataProcessor._process_msg`, for one part.
  private mutating func add(_ attachment: Attachment, depth: Int) {
    if attachment.isDeclaredGzip { return addInflated(attachment, depth: depth) }
    let type = attachment.contentType
    let seen = see(attachment, as: type, content: attachment.content)
    var again = attached(attachment, as: type, name: attachment.name(as: type), content: attachment.content)
    if case .attached(let part) = seen.first { again = part }
    visits.append(PartVisit(depth: depth, isMessage: false, seen: seen, again: again))
  }

  /// What is inside of gzip is put into a message of its own, and taken out of that as any text is.
  private mutating func addInflated(_ attachment: Attachment, depth: Int) {
    do throws(BlobProblem) {
      let inner = try attachment.inflated()
      if let offset = UTF8Text.firstFault(in: inner.content[...]) { throw .notUTF8(inner.content[offset]) }
      let seen = see(inner, as: inner.contentType, content: PythonText.rawUnicodeEscaped(inner.content[...]))
      let again = attached(
        attachment, as: attachment.declaredType ?? "", name: attachment.fileName ?? attachment.typeName,
        content: attachment.content)
      visits.append(PartVisit(depth: depth, isMessage: false, seen: seen, again: again))
    } catch {
      let isLimit = if case .gzip(let problem) = error { problem.isLimit } else { false }
      let error = UserDataError(attachment.origin, .blob(error))
      end(isLimit ? .notWorkedOut(error) : .fatal(error))
    }
  }

  /// - Parameter content: what the handlers get, where that is other than what the processor looks at.
  private mutating func see(_ attachment: Attachment, as type: String, content: [UInt8]) -> [SeenPart] {
    switch type {
    case "text/x-include-url", "text/x-include-once-url":
      let addresses = IncludeList.addresses(in: attachment.content)
      return [.include(name: attachment.fileName, origin: attachment.origin, type: type, addresses: addresses)]
    case "text/cloud-config-archive":
      let entries = explode(attachment)
      return [.archive(name: attachment.fileName, origin: attachment.origin, entries: entries.count)] + entries
    default:
      return [.attached(attach(attachment, as: type, content: content))]
    }
  }

  /// `UserDataProcessor._attach_part`
  mutating func attach(_ attachment: Attachment, as type: String, content: [UInt8]?) -> AttachedPart {
    attachedCount += 1
    contentBytes += content?.count ?? 0
    if attachedCount > Limits.parts { end(.notWorkedOut(UserDataError(attachment.origin, .blob(.tooManyParts)))) }
    if contentBytes > Limits.contentBytes {
      end(.notWorkedOut(UserDataError(attachment.origin, .blob(.partsTooLarge))))
    }
    let name = attachment.name(as: type) ?? PartName.numbered(attachedCount)
    return attached(attachment, as: type, name: name, content: content)
  }

  private func attached(
    _ attachment: Attachment, as type: String, name: PartName?, content: [UInt8]?
  ) -> AttachedPart {
    AttachedPart(
      name: name, contentType: type, declaredType: attachment.declaredType, content: content,
      placement: attachment.placement.inner(firstLine: 1, part: name?.description), origin: attachment.origin,
      mergeHeader: attachment.mergeHeader)
  }
}
