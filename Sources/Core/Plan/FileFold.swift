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

/// A file that writes come to, and which of them had a hand in it.
package struct FoldedFile: Sendable {
  package let image: FileImage
  /// The writes, by index, that the difference to what was there is owed to; none where there is no difference.
  package let effective: [Int]
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
  package static func fold(_ writes: [ResolvedWrite], onto before: FileImage?) -> FoldedFile {
    var mode = before?.mode ?? FileMode(0o644)
    var user = before?.user ?? 0
    var group = before?.group ?? 0
    for write in writes where !write.extent.isWithdrawn {
      if case .set(let asked) = write.mode { mode = asked }
      user = write.user ?? user
      group = write.group ?? group
    }
    let folded = content(writes, onto: before?.content ?? [])
    let image = FileImage(content: folded.content, mode: mode, user: user, group: group)
    if image == before { return FoldedFile(image: image, effective: []) }
    // Where only mode or owner differ, or the new file is empty, the last one has the last word.
    let last = writes.lastIndex { !$0.extent.isWithdrawn }.map { [$0] } ?? []
    return FoldedFile(image: image, effective: folded.effective.isEmpty ? last : folded.effective)
  }

  private typealias Content = (content: [UInt8], effective: [Int])

  private static func content(_ writes: [ResolvedWrite], onto existing: [UInt8]) -> Content {
    guard let base = writes.lastIndex(where: { $0.extent == .whole }) else { return appending(writes, to: existing) }
    let appends = writes[(base + 1)...].filter { !$0.extent.isWithdrawn }
    let wanted = appends.reduce(into: writes[base].content) { $0 += $1.content }
    let isThere =
      existing == wanted || isArrangement(existing, of: appends.map(\.content), after: writes[base].content)
    if isThere { return (existing, []) }
    return (wanted, writes.indices[base...].filter { !writes[$0].extent.isWithdrawn })
  }

  private static func appending(_ writes: [ResolvedWrite], to existing: [UInt8]) -> Content {
    if hasAll(writes, at: existing) { return (existing, []) }
    var result = existing
    var effective: [Int] = []
    // Looked for in what was there before, not in what is being added: a text that is part of another entry's is still an
    // entry of its own, and no entry makes the next one's search longer.
    var before = existing
    var seen: [[UInt8]: Int] = [:]
    let window = Limits.appendSearchBytes / max(1, writes.count)
    for (index, write) in writes.enumerated() where !write.content.isEmpty {
      if write.extent.isWithdrawn {
        if write.extent == .withdrawn(.written),
          let shorter = AppendedText.removingLast(write.content, from: result, within: window)
        {
          result = shorter
          before = AppendedText.removingLast(write.content, from: before, within: window) ?? before
          effective.append(index)
        }
        continue
      }
      let wanted = seen[write.content, default: 0] + 1
      seen[write.content] = wanted
      let anywhere = write.extent == .appended(.written)
      guard AppendedText.count(of: write.content, in: before, anywhere: anywhere, within: window) < wanted else {
        continue
      }
      result += write.content
      effective.append(index)
    }
    return (result, effective)
  }

  /// Whether `text` ends with what all of `writes` append, in their order: what it looks like after a run that did.
  private static func hasAll(_ writes: [ResolvedWrite], at text: [UInt8]) -> Bool {
    guard !writes.contains(where: \.extent.isWithdrawn) else { return false }
    var rest = text[...]
    for write in writes.reversed() {
      guard rest.count >= write.content.count, rest.suffix(write.content.count).elementsEqual(write.content) else {
        return false
      }
      rest = rest.dropLast(write.content.count)
    }
    return true
  }

  /// Whether `text` is `base` followed by each of `pieces` once, in whatever order.
  private static func isArrangement(_ text: [UInt8], of pieces: [[UInt8]], after base: [UInt8]) -> Bool {
    guard pieces.count <= Limits.arrangedAppends else { return false }
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
