internal import CLinux
internal import Glibc

/// Both ends of a pipe(7), closed on exec, numbered above the standard descriptors even where those are closed.
struct Pipe: ~Copyable {
  let readEnd: FileDescriptor
  let writeEnd: FileDescriptor

  static func open() throws(Errno) -> Pipe {
    var numbers: [Int32] = [-1, -1]
    try SystemCall.run { pipe(&numbers) }
    let readEnd = FileDescriptor(owning: numbers[0])
    let writeEnd = FileDescriptor(owning: numbers[1])
    return Pipe(readEnd: try raised(readEnd), writeEnd: try raised(writeEnd))
  }

  private static func raised(_ end: consuming FileDescriptor) throws(Errno) -> FileDescriptor {
    let number = end.number
    return FileDescriptor(owning: try SystemCall.run { clinux_fcntl_int(number, F_DUPFD_CLOEXEC, 3) })
  }

  /// Closes the end that writes, so that the other can come to its end.
  consuming func intoReadEnd() -> FileDescriptor { readEnd }
}
