internal import CLinux
package import Core
internal import Glibc

/// What stat(2) tells of a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case regular, directory, symbolicLink, characterDevice, blockDevice, fifo, socket, unknown
  }

  package let kind: Kind
  package let mode: FileMode
  package let user: UInt32
  package let group: UInt32
  /// Bytes.
  package let size: Int
  package let device: UInt64
  package let inode: UInt64
  package let links: UInt64
  /// Device number of a device node.
  package let deviceNumber: UInt64

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      case S_IFCHR: .characterDevice
      case S_IFBLK: .blockDevice
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      default: .unknown
      }
    mode = FileMode(raw.st_mode)
    user = raw.st_uid
    group = raw.st_gid
    size = Int(raw.st_size)
    device = UInt64(raw.st_dev)
    inode = UInt64(raw.st_ino)
    links = UInt64(raw.st_nlink)
    deviceNumber = UInt64(raw.st_rdev)
  }
}
