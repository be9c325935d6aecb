internal import CLinux
internal import Core
internal import Glibc

/// Copies a small tree of files: names, contents, modes and links; owners are this process's.
struct TreeCopy {
  private var bytesLeft = Limits.volumeCopyBytes
  private var filesLeft = Limits.volumeCopyFiles

  /// EFBIG where it is no small tree, EINVAL where something in it is neither file, directory nor link.
  static func copy(_ from: Int32, to: Int32) throws(Errno) {
    var copy = TreeCopy()
    try copy.directory(from, to, depth: 0)
  }

  private mutating func directory(_ from: Int32, _ to: Int32, depth: Int) throws(Errno) {
    guard depth < Limits.scratchDepth else { throw .tooLarge }
    for bytes in try DirectoryListing.names(of: FileDescriptor(owning: try open(".", in: from, O_DIRECTORY))) {
      filesLeft -= 1
      guard filesLeft >= 0 else { throw .tooLarge }
      guard let name = String(validating: bytes, as: UTF8.self) else { throw .invalid }
      var raw = stat()
      try SystemCall.run { fstatat(from, name, &raw, AT_SYMLINK_NOFOLLOW) }
      let status = FileStatus(raw)
      switch status.kind {
      case .regular: try file(name, from, to, status.mode)
      case .symbolicLink: try link(name, from, to)
      case .directory:
        let source = FileDescriptor(owning: try open(name, in: from, O_DIRECTORY))
        try SystemCall.run { mkdirat(to, name, 0o700) }
        let target = FileDescriptor(owning: try open(name, in: to, O_DIRECTORY))
        try directory(source.number, target.number, depth: depth + 1)
      case .characterDevice, .blockDevice, .fifo, .socket, .unknown: throw .invalid
      }
    }
  }

  private mutating func file(_ name: String, _ from: Int32, _ to: Int32, _ mode: FileMode) throws(Errno) {
    let bytes = try FileDescriptor(owning: try open(name, in: from, 0)).readToEnd(limit: bytesLeft)
    bytesLeft -= bytes.count
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let copy = FileDescriptor(owning: try SystemCall.run { clinux_openat(to, name, flags, 0o600) })
    try copy.write(bytes)
    let number = copy.number
    try SystemCall.run { fchmod(number, mode.bits) }
    try copy.close()
  }

  private func link(_ name: String, _ from: Int32, _ to: Int32) throws(Errno) {
    let target = try SymbolicLink.target(of: name, in: from)
    try SystemCall.run { symlinkat(target, to, name) }
  }

  private func open(_ name: String, in directory: Int32, _ flags: Int32) throws(Errno) -> Int32 {
    try SystemCall.run { clinux_openat(directory, name, flags | O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0) }
  }
}
