/// A ``FileWrite`` whose owner was looked up; nil keeps what is there.
package struct ResolvedWrite: Sendable {
  package let content: [UInt8]
  package let extent: FileWrite.Extent
  package let mode: ModeRequest
  package let user: UInt32?
  package let group: UInt32?

  package init(content: [UInt8], extent: FileWrite.Extent, mode: ModeRequest, user: UInt32?, group: UInt32?) {
    self.content = content
    self.extent = extent
    self.mode = mode
    self.user = user
    self.group = group
  }
}

/// The file that all writes to one path come to, in order: each replaces or appends, as if done one after the other, so
/// that a path named twice is written once and is the same after every run.
package enum FileFold {
  /// The wanted file.
  ///
  /// A replacing write drops what was before it. Appended text is not added where the file has it already: its text stands
  /// at the start of a line or at the end of the file, or it is known to have been written and stands anywhere. Appends that
  /// follow a replacing write may stand in any order: cloud-init may have added its own after ours.
  /// A new file belongs to root and is 0644 where nothing else is asked.
  package static func fold(_ writes: [ResolvedWrite], onto before: FileImage?) -> FileImage {
    var mode = before?.mode ?? FileMode(0o644)
    var user = before?.user ?? 0
    var group = before?.group ?? 0
    for write in writes where !write.extent.isWithdrawn {
      if case .set(let asked) = write.mode { mode = asked }
      user = write.user ?? user
      group = write.group ?? group
    }
    return FileImage(content: content(writes, onto: before?.content ?? []), mode: mode, user: user, group: group)
  }

  private static func content(_ writes: [ResolvedWrite], onto existing: [UInt8]) -> [UInt8] {
    guard let base = writes.lastIndex(where: { $0.extent == .whole }) else { return appending(writes, to: existing) }
    let appends = writes[(base + 1)...].filter { !$0.extent.isWithdrawn }
    let wanted = appends.reduce(into: writes[base].content) { $0 += $1.content }
    let inAnyOrder = isArrangement(existing, of: appends.map(\.content), after: writes[base].content)
    return inAnyOrder ? existing : wanted
  }

  private static func appending(_ writes: [ResolvedWrite], to existing: [UInt8]) -> [UInt8] {
    var result = existing
    var seen: [[UInt8]: Int] = [:]
    for write in writes where !write.content.isEmpty {
      if write.extent.isWithdrawn {
        if write.extent == .withdrawn(.written) {
          result = AppendedText.removingLast(write.content, from: result) ?? result
        }
        continue
      }
      let wanted = seen[write.content, default: 0] + 1
      seen[write.content] = wanted
      let anywhere = write.extent == .appended(.written)
      if AppendedText.count(of: write.content, in: result, anywhere: anywhere) < wanted { result += write.content }
    }
    return result
  }

  /// Whether `text` is `base` followed by each of `pieces` once, in whatever order.
  private static func isArrangement(_ text: [UInt8], of pieces: [[UInt8]], after base: [UInt8]) -> Bool {
    guard text.count == pieces.reduce(base.count, { $0 + $1.count }), text.starts(with: base) else { return false }
    var rest = text[base.count...]
    var left = pieces.sorted { $0.count > $1.count }
    while !left.isEmpty {
      guard let next = left.firstIndex(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(left.remove(at: next).count)
    }
    return rest.isEmpty
  }
}
