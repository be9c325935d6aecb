internal import CLinux
package import Core
internal import Glibc

/// Reads what a command works on.
package struct SourceReader: Sendable {
  /// Where `imds:` asks.
  private let metadata: MetadataService
  /// How long the end of a pipe or of the standard input is awaited.
  var patience = Duration.seconds(300)

  package init(metadata: MetadataService) {
    self.metadata = metadata
  }

  /// The bytes of `arguments`; of none, those that `root` has for itself.
  ///
  /// A named path is the caller's, whatever the root. Throws where a named source cannot be read, or none is named and the
  /// root has none; an entry of a directory that cannot be read is a failure among the sources.
  package func read(_ arguments: [SourceArgument], for root: borrowing Root) throws(HostError) -> SourceList {
    var list = SourceList()
    if arguments.isEmpty { try NodeSources.read(of: root, into: &list) }
    for argument in arguments {
      switch argument {
      case .standardInput: try list.append(nameless(SourceReader.standardInputName, try standardInput()))
      case .metadataService: try list.append(nameless("imds:", try metadata.userData()))
      case .path(let path): try read(path.text, for: root, into: &list)
      }
    }
    return list
  }

  /// What messages call `-`.
  private static let standardInputName = "standard input"

  /// A source that has no file name; its part is called as cloud-init calls one without.
  private func nameless(_ name: String, _ bytes: [UInt8]) -> SourceBytes {
    SourceBytes(name: name, fileName: PartName("part-001"), bytes: bytes)
  }

  private func standardInput() throws(HostError) -> [UInt8] {
    let file: SourceFile
    do throws(Errno) {
      // A number of its own for the same open file, so that closing it leaves standard input open.
      let number = try SystemCall.run { clinux_fcntl_int(0, F_DUPFD_CLOEXEC, 3) }
      file = try SourceFile(FileDescriptor(owning: number), name: SourceReader.standardInputName)
    } catch {
      throw HostError("read", SourceReader.standardInputName, error)
    }
    return try file.read(patience: patience)
  }

  private func read(_ path: String, for root: borrowing Root, into list: inout SourceList) throws(HostError) {
    let file = try SourceFile.open(path)
    switch file.status.kind {
    case .directory:
      try SourceDirectory(file.intoDescriptor(), path: path, links: .followed).read(of: root, into: &list)
    case .regular:
      if try NodeSources.isUserData(file.status, of: root) { list.markUserData(path) }
      let name = PartName(fileName: Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]))
      try list.append(SourceBytes(name: path, fileName: name, bytes: try file.read(patience: patience)))
    case .symbolicLink, .characterDevice, .blockDevice, .fifo, .socket, .unknown:
      try list.append(nameless(path, try file.read(patience: patience)))
    }
  }
}
