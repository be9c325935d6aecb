/// How sources are to be read.
package struct DecodeOptions: Sendable {
  /// The kops InstanceGroup to take user-data from where a manifest has several.
  package let instanceGroup: String?

  package init(instanceGroup: String? = nil) {
    self.instanceGroup = instanceGroup
  }
}

/// Turns the bytes of sources into the parts of a node's user-data.
///
/// What a source is, its content tells: gzip or base64 of anything here, a MIME message, kops manifests,
/// `#cloud-config-archive`, or one text. Two files `10-a.yaml` and `9-b.sh` become the parts `10-a.yaml`, `9-b.sh`.
package enum PartDecoder {
  /// All parts of all sources, sorted by name as Python sorts; parts of one name stay in the order they came in.
  /// A part or a source that cannot be read is a failure, and the others go on.
  package static func decode(_ sources: [SourceBytes], options: DecodeOptions = DecodeOptions()) -> PartList {
    var all = PartList()
    for source in sources {
      do throws(UserDataError) {
        let list = try decode(source, options: options)
        guard all.count + list.count <= Limits.parts else { throw error(.tooManyParts, in: source) }
        all.parts += list.parts
        all.failures += list.failures
      } catch {
        all.failures.append(PartFailure(name: PartName(source.name), errors: [error]))
      }
    }
    let order = all.parts.indices.sorted { left, right in
      let (first, second) = (all.parts[left].name, all.parts[right].name)
      return first == second ? left < right : first < second
    }
    return PartList(parts: order.map { all.parts[$0] }, failures: all.failures)
  }

  private static func decode(_ source: SourceBytes, options: DecodeOptions) throws(UserDataError) -> PartList {
    guard source.bytes.count <= Limits.sourceBytes else { throw error(.tooLarge, in: source) }
    let text: SourceText
    do throws(BlobProblem) { text = try SourceText(opening: source.bytes) } catch {
      throw self.error(error, in: source)
    }
    let whole = Placement.whole(source.name)
    let placement = text.wasWrapped ? whole.decoded() : whole
    switch text.kind {
    case .message: return try message(text.bytes, placement: placement)
    case .text: return try one(text.bytes, named: source.fileName, placement: placement)
    case .manifest: return try manifest(text.bytes, named: source.fileName, placement: placement, options: options)
    }
  }

  private static func error(_ problem: BlobProblem, in source: SourceBytes) -> UserDataError {
    UserDataError(Origin(source: source.name), .blob(problem))
  }
}
