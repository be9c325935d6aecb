/// Lists of strings as execve(2) and posix_spawn(3) take them.
enum CStrings {
  /// Calls `body` with `strings`, each ended by NUL, and the list by a null pointer. A string that holds a NUL is cut there.
  static func with<Value, Failure>(
    _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(bytes.count)
      bytes += string.map { CChar(bitPattern: $0) }
      bytes.append(0)
    }
    return try bytes.withUnsafeMutableBufferPointer { (buffer) throws(Failure) -> Value in
      try body(starts.map { buffer.baseAddress! + $0 } + [nil])
    }
  }
}
