internal import Glibc

/// What a symbolic link says (readlink(2)).
enum SymbolicLink {
  /// EINVAL where `name` in `directory` is something else.
  static func target(of name: String, in directory: Int32) throws(Errno) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = try SystemCall.run { readlinkat(directory, name, &buffer, buffer.count - 1) }
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
