/// The parts of one source, by what kind it is.
extension PartDecoder {
  /// A MIME message. One that was cut short loses its last part, which may be half of what it was.
  static func message(_ bytes: [UInt8], placement: Placement) throws(UserDataError) -> PartList {
    let parser: MIMEParser
    do throws(MIMEProblem) { parser = try MIMEParser(parsing: bytes) } catch {
      throw UserDataError(placement.origin, .blob(.mime(error)))
    }
    var collector = PartCollector()
    for entity in parser.entities.dropLast(parser.isClosed ? 0 : 1) where collector.overflow == nil {
      do throws(UserDataError) {
        collector.add(try entity.attachment(in: bytes, placement: placement))
      } catch {
        switch entity.container {
        case .multipart: collector.failUncounted(entity.fileName, error)
        case .message, .none: collector.fail(entity.fileName, error)
        }
      }
    }
    if !parser.isClosed, let last = parser.entities.last {
      let name = collector.name(for: last.fileName)
      let origin = placement.origin(at: Position(line: last.firstLine, column: 1))
      collector.fail(name, UserDataError(origin, .blob(.mime(.cutShort(part: name)))))
    }
    return try collected(collector, placement)
  }

  /// A text that is one part, or an archive of several.
  static func one(
    _ bytes: [UInt8], named name: PartName, placement: Placement
  ) throws(UserDataError) -> PartList {
    var attachment = Attachment(fileName: name, content: bytes, placement: placement, origin: placement.origin)
    if SourceKind.hasVersionEarly(bytes), let offset = bytes.firstIndex(where: { $0 >= 0x80 }) {
      let origin = placement.origin(at: Position(ofByte: offset, in: bytes[...]))
      attachment.warnings.append(.takenForMessage(at: origin))
    }
    var collector = PartCollector()
    collector.add(attachment)
    return try collected(collector, placement)
  }

  /// A bringup document or kops manifests, which alone of all sources are known only after they were read as YAML.
  static func manifest(
    _ bytes: [UInt8], named name: PartName, placement: Placement, options: DecodeOptions
  ) throws(UserDataError) -> PartList {
    let documents = try YAML.parseAll(bytes, placement: placement)
    if documents.first.map(BringupDocument.isDocument) == true {
      let inner = placement.inner(firstLine: 1, part: name.description)
      return PartList(parts: [Part(name: name, type: .bringup, content: bytes, placement: inner)])
    }
    guard let manifest = KopsManifest(documents, placement: placement) else {
      throw UserDataError(placement.origin, .blob(.unknownKind))
    }
    // The first part of the message that kops makes is its own nodeup.sh.
    var collector = PartCollector(after: 1)
    for entry in try manifest.entries(of: options.instanceGroup) where collector.overflow == nil {
      do throws(UserDataError) {
        collector.add(try manifest.attachment(of: entry))
      } catch {
        collector.fail(manifest.fileName(of: entry), error)
      }
    }
    return try collected(collector, placement)
  }

  private static func collected(_ collector: PartCollector, _ placement: Placement) throws(UserDataError) -> PartList {
    do throws(BlobProblem) { return try collector.collected() } catch {
      throw UserDataError(placement.origin, .blob(error))
    }
  }
}
