internal import Glibc

/// The names in a directory, as bytes: a file name need not be UTF-8.
enum DirectoryListing {
  /// Every name but `.` and `..`, sorted by byte.
  static func names(of directory: consuming FileDescriptor) throws(Errno) -> [[UInt8]] {
    let number = directory.release()
    let stream: OpaquePointer
    do throws(Errno) {
      stream = try open(number)
    } catch {
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

  /// fdopendir(3) looks at the descriptor, which a signal may interrupt.
  private static func open(_ directory: Int32) throws(Errno) -> OpaquePointer {
    while true {
      if let stream = fdopendir(directory) { return stream }
      let error = Errno(errno)
      if error != .interrupted { throw error }
    }
  }
}
