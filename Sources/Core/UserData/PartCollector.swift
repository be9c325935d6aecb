/// Names and types the parts of one blob as cloud-init's `UserDataProcessor` does.
///
/// A part without a file name is `part-NNN` after its place, counted from 1 over all parts that came before it.
struct PartCollector {
  /// Which limit was passed. Nothing more is added then, and what was added is of no use.
  private(set) var overflow: BlobProblem?
  private var list = PartList()
  private var count: Int
  private var contentBytes = 0

  /// `count`: how many parts the blob has before the first one that is added.
  init(after count: Int = 0) {
    self.count = count
  }

  /// What was added, or the limit that it passed.
  func collected() throws(BlobProblem) -> PartList {
    if let overflow { throw overflow }
    return list
  }

  /// Adds what the attachment comes to: a part, a failure, or an archive's parts.
  mutating func add(_ attachment: Attachment) {
    do throws(BlobProblem) {
      var opened = try attachment.inflated()
      let type = opened.contentType
      opened.declaredType = attachment.declaredType
      if type == "text/cloud-config-archive" {
        explode(opened)
      } else {
        attach(opened, as: type)
      }
    } catch {
      fail(attachment.fileName ?? attachment.typeName, UserDataError(attachment.origin, .blob(error)))
    }
  }

  /// Adds a failure in the place of a part.
  mutating func fail(_ fileName: PartName?, _ error: UserDataError) {
    failUncounted(fileName, error)
    count += 1
  }

  /// Adds a failure in the place of what cloud-init counts as no part: a container, a number among an archive's parts.
  mutating func failUncounted(_ fileName: PartName?, _ error: UserDataError) {
    guard hasRoom(for: 0) else { return }
    list.failures.append(PartFailure(name: name(for: fileName), errors: [error]))
  }

  /// What a part would be called that is added next.
  func name(for fileName: PartName?) -> PartName {
    fileName ?? PartName.numbered(count + 1)
  }

  private mutating func hasRoom(for bytes: Int) -> Bool {
    contentBytes += bytes
    if list.count == Limits.parts {
      overflow = .tooManyParts
    } else if contentBytes > Limits.contentBytes {
      overflow = .partsTooLarge
    }
    return overflow == nil
  }

  private mutating func attach(_ attachment: Attachment, as contentType: String) {
    guard hasRoom(for: attachment.content.count) else { return }
    let name = name(for: attachment.name(as: contentType))
    let placement = attachment.placement.inner(firstLine: 1, part: name.description)
    if let error = Self.fault(in: attachment.content, as: contentType, placement: placement) {
      return fail(name, error)
    }
    var type = PartType(contentType: contentType)
    var declaredType = attachment.declaredType
    if type.isRunByShebang, Shebang.runsBringup(attachment.content) {
      // `#cloud-boothook` declares a type as a header does; the one that follows it would be lost.
      if type == .boothook { declaredType = contentType }
      type = .bringup
    }
    list.parts.append(
      Part(
        name: name, type: type, declaredType: declaredType, content: attachment.content, placement: placement,
        mergeHeader: attachment.mergeHeader, ordinal: list.parts.count, warnings: attachment.warnings))
    count += 1
  }

  /// Content that cannot be a part: cloud-init itself writes no script and reads no YAML that is not UTF-8.
  private static func fault(in content: [UInt8], as contentType: String, placement: Placement) -> UserDataError? {
    if content.count > Limits.sourceBytes { return UserDataError(placement.origin, .blob(.tooLarge)) }
    guard contentType.utf8.starts(with: "text/".utf8) else { return nil }
    return UTF8Text.firstFault(in: content[...]).map { offset in
      let origin = placement.origin(at: Position(ofByte: offset, in: content[...]))
      return UserDataError(origin, .blob(.notUTF8(content[offset])))
    }
  }

  /// cloud-init believes an archive about the types of its entries: none is sniffed, inflated, fetched or opened again.
  private mutating func explode(_ archive: Attachment) {
    do throws(UserDataError) {
      for entry in try Archive.entries(of: archive.content, placement: archive.placement) where overflow == nil {
        do throws(UserDataError) {
          let attachment = try Archive.attachment(entry, in: archive.placement)
          attach(attachment, as: attachment.declaredType ?? attachment.defaultType)
        } catch {
          failUncounted(nil, error)
        }
      }
    } catch {
      failUncounted(archive.fileName, error)
    }
  }
}
