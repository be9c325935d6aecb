/// One part of a node's user-data, after containers were opened and its type was told.
package struct Part: Sendable {
  /// How cloud-init would call it: its file name, or `part-NNN`.
  package let name: PartName
  package let type: PartType
  /// The type the source declared; nil where it declared none.
  package let declaredType: String?
  /// The decoded content.
  package let content: [UInt8]
  /// Where `content` lies in its source.
  package let placement: Placement
  /// The `Merge-Type`, else `X-Merge-Type`, header that a cloud-config part came with.
  package let mergeHeader: String?
  /// Its place among the parts of its source, in the order cloud-init walks them.
  package let ordinal: Int
  /// What is worth knowing about how it was read, such as text that cloud-init itself would garble.
  package let warnings: [Finding]

  package init(
    name: PartName, type: PartType, declaredType: String? = nil, content: [UInt8], placement: Placement,
    mergeHeader: String? = nil, ordinal: Int = 0, warnings: [Finding] = []
  ) {
    self.name = name
    self.type = type
    self.declaredType = declaredType
    self.content = content
    self.placement = placement
    self.mergeHeader = mergeHeader
    self.ordinal = ordinal
    self.warnings = warnings
  }
}

/// A part that could not be read. The others go on without it.
package struct PartFailure: Swift.Error, Sendable {
  /// What could not be read.
  package enum Extent: Hashable, Sendable {
    case part
    /// A whole source: which parts it holds is not known.
    case source
  }

  package let name: PartName
  package let extent: Extent
  /// At least one.
  package let errors: [UserDataError]

  package init(name: PartName, extent: Extent = .part, errors: [UserDataError]) {
    self.name = name
    self.extent = extent
    self.errors = errors
  }
}

/// What the sources came to: parts in apply order, and what could not be read.
package struct PartList: Sendable {
  package var parts: [Part]
  package var failures: [PartFailure]

  package init(parts: [Part] = [], failures: [PartFailure] = []) {
    self.parts = parts
    self.failures = failures
  }

  /// Of parts, read or not.
  var count: Int { parts.count + failures.count }
}
