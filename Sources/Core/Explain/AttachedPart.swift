/// A part as cloud-init's processor hands it to its handlers.
struct AttachedPart: Sendable {
  /// Its file name, or `part-NNN` after its place among the attached parts; nil where the handlers number it themselves.
  let name: PartName?
  /// After sniffing, in lower case.
  let contentType: String
  /// Nil where the source declares none.
  let declaredType: String?
  /// Text as Python decodes it from UTF-8 with surrogate escapes; nil for a `message/*` part, which has none of its own.
  let content: [UInt8]?
  let placement: Placement
  /// Where the part begins in its container.
  let origin: Origin
  let mergeHeader: String?
}

/// What the processor sees, in its order.
enum SeenPart: Sendable {
  case attached(AttachedPart)
  /// A `#cloud-config-archive`, whose entries follow it.
  case archive(name: PartName?, origin: Origin, entries: Int)
  /// Addresses to fetch more parts from.
  case include(name: PartName?, origin: Origin, type: String, addresses: [String])
}

/// One part of a message, visited by the processor.
struct PartVisit: Sendable {
  /// How many `message/*` parts it lies in.
  let depth: Int
  let isMessage: Bool
  /// What it came to.
  let seen: [SeenPart]
  /// What the handlers find in its place when they walk a message that it lies in.
  let again: AttachedPart?
}

extension PartVisit {
  /// What the handlers walk, in order, with what they never get where it was seen. A message is attached with what it
  /// holds, and that once more for itself: its parts are handled twice.
  static func walk(_ visits: [PartVisit]) -> [SeenPart] {
    var walked: [SeenPart] = []
    for (index, visit) in visits.enumerated() {
      walked += visit.seen
      guard visit.isMessage else { continue }
      let inside = visits[(index + 1)...].prefix { $0.depth > visit.depth }
      walked += inside.compactMap { $0.again.map { .attached($0) } }
    }
    return walked
  }
}
