internal import CLinux
internal import Glibc

/// What a symbolic link says (readlink(2)), and whose it is.
struct SymbolicLink {
  let owner: UInt32
  let target: String

  /// Both are of the same link, even where somebody puts another one into its place meanwhile. EINVAL where `name` in
  /// `directory` is something else.
  init(_ name: String, in directory: Int32) throws(Errno) {
    let flags = O_PATH | O_NOFOLLOW | O_CLOEXEC
    let link = FileDescriptor(owning: try SystemCall.run { clinux_openat(directory, name, flags, 0) })
    let status = try link.status()
    guard status.kind == .symbolicLink else { throw .invalid }
    owner = status.user
    target = try SymbolicLink.target(of: "", in: link.number)
  }

  /// The text alone; an empty `name` is the link that `directory` itself is a descriptor of.
  static func target(of name: String, in directory: Int32) throws(Errno) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = try SystemCall.run { readlinkat(directory, name, &buffer, buffer.count - 1) }
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
