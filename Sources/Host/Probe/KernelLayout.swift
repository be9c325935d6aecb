/// Where statx(2) puts what is asked of it (`struct statx` of linux/stat.h, which older C libraries do not have).
enum StatxLayout {
  /// STATX_MNT_ID
  static let mountIDBit = 0x1000
  static let mask = 0
  static let mountID = 0x90
}

/// What getdents64(2) gives: records of an inode (8 bytes), an offset (8), the record's length (2), a type (1) and a name
/// that ends with NUL.
enum DirectoryEntries {
  /// Without `.` and `..`.
  static func names(in bytes: [UInt8]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var start = 0
    while start + 19 < bytes.count {
      let length = Int(bytes[start + 16]) | Int(bytes[start + 17]) << 8
      guard length > 19, start + length <= bytes.count else { break }
      let name = Array(bytes[(start + 19)..<(start + length)].prefix { $0 != 0 })
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
      start += length
    }
    return names
  }
}
