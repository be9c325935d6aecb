internal import CLinux
internal import Core
internal import Glibc

/// A directory whose regular files are sources, each a part.
struct SourceDirectory: ~Copyable {
  /// Where a symbolic link in it leads.
  enum Links {
    /// Where it leads the caller.
    case followed
    /// Below the root that the directory is of.
    case confined
  }

  private let descriptor: FileDescriptor
  private let path: String
  private let links: Links
  var entryLimit = Limits.parts

  init(_ descriptor: consuming FileDescriptor, path: String, links: Links) {
    self.descriptor = descriptor
    self.path = path
    self.links = links
  }

  /// Reads every regular file, and every link to one, into `list`, by name. Other directories, pipes and devices are none
  /// of the sources.
  func read(of root: borrowing Root, into list: inout SourceList) throws(HostError) {
    for name in try names() {
      let source = "\(path)/\(String(decoding: name, as: UTF8.self))"
      let fileName = PartName(fileName: name)
      do throws(HostError) {
        guard let bytes = try bytes(of: name, named: source, root: root) else { continue }
        try list.append(SourceBytes(name: source, fileName: fileName, bytes: bytes))
      } catch {
        list.append(unreadable: source, fileName: fileName, because: error)
      }
    }
  }

  private func names() throws(HostError) -> [[UInt8]] {
    let names: [[UInt8]]
    do throws(Errno) {
      let number = descriptor.number
      let listing = try SystemCall.run { clinux_openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
      names = try DirectoryListing.names(of: FileDescriptor(owning: listing))
    } catch {
      throw HostError("list", path, error)
    }
    guard names.count <= entryLimit else {
      throw HostError("list", path, said: "more than \(entryLimit) entries, the most that sources may have")
    }
    return names
  }

  /// Nil for an entry that is no source.
  private func bytes(of name: [UInt8], named source: String, root: borrowing Root) throws(HostError) -> [UInt8]? {
    let file: SourceFile
    do throws(Errno) {
      guard let descriptor = try open(name, root: root) else { return nil }
      file = try SourceFile(descriptor, name: source)
    } catch {
      throw HostError("read", source, error)
    }
    return file.status.kind == .regular ? try file.read(patience: .zero) : nil
  }

  /// Nil where the entry itself is neither a file nor a link. Nothing else is opened: opening a device can have effects.
  private func open(_ name: [UInt8], root: borrowing Root) throws(Errno) -> FileDescriptor? {
    let number = descriptor.number
    let entry = name.map { CChar(bitPattern: $0) } + [0]
    var raw = stat()
    try SystemCall.run { fstatat(number, entry, &raw, AT_SYMLINK_NOFOLLOW) }
    switch (FileStatus(raw).kind, links) {
    case (.regular, _):
      return FileDescriptor(
        owning: try SystemCall.run { clinux_openat(number, entry, SourceFile.flags | O_NOFOLLOW, 0) })
    case (.symbolicLink, .followed):
      try SystemCall.run { fstatat(number, entry, &raw, 0) }
      guard FileStatus(raw).kind == .regular else { return nil }
      return FileDescriptor(owning: try SystemCall.run { clinux_openat(number, entry, SourceFile.flags, 0) })
    case (.symbolicLink, .confined):
      let target = "\(path)/\(String(decoding: name, as: UTF8.self))"
      guard try root.open(target, O_PATH).status().kind == .regular else { return nil }
      return try root.open(target, SourceFile.flags)
    case (.directory, _), (.characterDevice, _), (.blockDevice, _), (.fifo, _), (.socket, _), (.unknown, _):
      return nil
    }
  }
}
