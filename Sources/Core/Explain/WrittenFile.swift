/// A file as `write_files` leaves it, on a node where it was not before.
package struct WrittenFile: Sendable {
  package let path: AbsolutePath
  /// Indices of the entries that write it, in their order.
  package fileprivate(set) var entries: [Int]
  /// Nil where it is fetched, which nothing here does.
  package fileprivate(set) var content: [UInt8]?
  /// It goes to the end of what a node may have there.
  package fileprivate(set) var isAppended: Bool
  /// Nil where the mode of a file that is there is kept; a new one has 0644.
  package fileprivate(set) var mode: FileMode?
  /// Nil where the owner of a file that is there is kept; a new one is root's.
  package fileprivate(set) var user: AccountName?
  package fileprivate(set) var group: AccountName?

  /// The files in the order in which they are first written: those of deferred entries last.
  static func fold(_ fates: [FileFate], _ order: [Int], version: CloudInitVersion) -> [WrittenFile] {
    var files: [WrittenFile] = []
    var places: [AbsolutePath: Int] = [:]
    for index in order {
      guard let write = fates[index].file else { continue }
      let place = places[write.path] ?? files.count
      if place == files.count {
        files.append(WrittenFile(path: write.path, entries: [], content: [], isAppended: write.isAppended))
        places[write.path] = place
      }
      files[place].take(write, entry: index, version)
    }
    return files
  }

  private mutating func take(_ write: FileFate.File, entry: Int, _ version: CloudInitVersion) {
    entries.append(entry)
    if write.isAppended {
      content?.append(contentsOf: write.content)
    } else {
      content = write.content
      isAppended = false
    }
    if write.sourceURI != nil { content = nil }
    if case .set(let mode) = write.mode { self.mode = mode }
    user = write.owner.user ?? user
    group = write.owner.group ?? group
    let isGiven = write.owner.user != nil || write.owner.group != nil
    if isGiven, let mode { self.mode = version.keepsSetIDs && write.setsMode ? mode : mode.afterChown }
  }
}

extension FileFate.File {
  fileprivate var setsMode: Bool {
    switch mode {
    case .set: true
    case .keep: false
    }
  }
}

extension FileMode {
  /// chown(2) takes the set-user-id bit off a file, and the set-group-id bit where the group may execute it, root's
  /// call or not.
  fileprivate var afterChown: FileMode {
    let setUser: UInt32 = 0o4000
    let setGroup: UInt32 = bits & 0o0010 == 0 ? 0 : 0o2000
    return FileMode(bits & ~setUser & ~setGroup)
  }
}
