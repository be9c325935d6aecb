internal import CLinux
internal import Core
internal import Glibc

/// The sources that a root has for itself, for commands that name none.
enum NodeSources {
  /// As cloud-init keeps it, before anything is made of it.
  static let userData = AbsolutePath.root.appending("var").appending("lib").appending("cloud").appending("instance")
    .appending("user-data.txt")
  static let parts = Scope.partsDirectory

  /// Reads both; one of them has to be there.
  static func read(of root: borrowing Root, into list: inout SourceList) throws(HostError) {
    let hasUserData = try readUserData(of: root, into: &list)
    let hasParts = try readParts(of: root, into: &list)
    guard hasUserData || hasParts else {
      throw HostError("read the node's parts", said: "neither \(userData) nor \(parts) is there; name a source")
    }
  }

  /// Whether the file with `status` is `root`'s own user-data under another name, or named outright. An image's user-data is
  /// not cloud-init's to read now.
  static func isUserData(_ status: FileStatus, of root: borrowing Root) throws(HostError) -> Bool {
    guard root.kind == .node, let own = try root.status(userData) else { return false }
    return own.device == status.device && own.inode == status.inode
  }

  /// Whether the file is there. cloud-init leaves an empty one where the instance was given none.
  private static func readUserData(of root: borrowing Root, into list: inout SourceList) throws(HostError) -> Bool {
    guard let file = try SourceFile.open(userData, in: root) else { return false }
    let bytes = try file.read(patience: .zero)
    guard !bytes.isEmpty else { return true }
    list.markUserData(userData.text)
    try list.append(SourceBytes(name: userData.text, fileName: PartName(userData.name), bytes: bytes))
    return true
  }

  /// Whether the directory is there.
  private static func readParts(of root: borrowing Root, into list: inout SourceList) throws(HostError) -> Bool {
    guard let file = try SourceFile.open(parts, in: root) else { return false }
    guard file.status.kind == .directory else { throw HostError("list", parts.text, .notADirectory) }
    try SourceDirectory(file.intoDescriptor(), path: parts.text, links: .confined).read(of: root, into: &list)
    return true
  }
}
