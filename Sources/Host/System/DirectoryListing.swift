internal import Glibc

/// The names in a directory, as bytes: a file name need not be UTF-8.
enum DirectoryListing {
  /// Every name but `.` and `..`, sorted by byte.
  static func names(of directory: consuming FileDescriptor) throws(Errno) -> [[UInt8]] {
    let number = directory.release()
    guard let stream = fdopendir(number) else {
      let error = Errno(errno)
      close(number)
      throw error
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let error = Errno(errno)
        if error == .interrupted { continue }
        if error.code != 0 { throw error }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { text in
        Array(text.prefix(strlen(text.assumingMemoryBound(to: CChar.self).baseAddress!)))
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
  }
}
