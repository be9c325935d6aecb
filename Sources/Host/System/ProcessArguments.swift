internal import Glibc

/// The arguments that this process was started with.
package enum ProcessArguments {
  /// The program's name and its arguments, as the bytes they are (a file's name need not be UTF-8).
  ///
  /// Swift's `CommandLine` finds them by `/proc/self/maps` and is empty where `/proc` is not mounted. They are read from where
  /// the kernel puts them instead: below the environment lies a null pointer, below that the arguments' pointers, below
  /// those their count (System V ABI, "Process Initialization"). To be called before anything calls setenv(3), which
  /// moves the environment.
  package static func read() -> [[UInt8]] {
    let words = UnsafeRawPointer(environ).assumingMemoryBound(to: UInt.self)
    // The count is the only word that equals the number of words between it and the null: pointers are far bigger.
    var count = 0
    while words[-2 - count] != UInt(count) { count += 1 }
    return (0..<count).compactMap { index in
      UnsafePointer<UInt8>(bitPattern: words[index - 1 - count]).map { text in
        Array(
          UnsafeBufferPointer(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))))
      }
    }
  }
}
