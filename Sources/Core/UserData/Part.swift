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
  /// What is worth knowing about how it was read, such as text that cloud-init itself would garble.
  package let warnings: [Finding]

  package init(
    name: PartName, type: PartType, declaredType: String? = nil, content: [UInt8], placement: Placement,
    mergeHeader: String? = nil, warnings: [Finding] = []
  ) {
    self.name = name
    self.type = type
    self.declaredType = declaredType
    self.content = content
    self.placement = placement
    self.mergeHeader = mergeHeader
    self.warnings = warnings
  }
}

/// A part that could not be read. The others go on without it.
package struct PartFailure: Swift.Error, Sendable {
  package let name: PartName
  /// At least one.
  package let errors: [UserDataError]

  package init(name: PartName, errors: [UserDataError]) {
    self.name = name
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
