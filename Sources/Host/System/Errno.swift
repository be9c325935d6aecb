internal import Glibc

/// An error number of the kernel (errno(3)); unknown ones survive.
package struct Errno: Hashable, Sendable, CustomStringConvertible {
  package let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  package static let noEntry = Errno(ENOENT)
  package static let exists = Errno(EEXIST)
  package static let notADirectory = Errno(ENOTDIR)
  package static let isADirectory = Errno(EISDIR)
  package static let notPermitted = Errno(EPERM)
  package static let accessDenied = Errno(EACCES)
  /// Of a pipe that is opened for writing (open(2), ENXIO).
  package static let noReader = Errno(ENXIO)
  package static let noSpace = Errno(ENOSPC)
  package static let readOnly = Errno(EROFS)
  package static let notImplemented = Errno(ENOSYS)
  package static let invalid = Errno(EINVAL)
  package static let crossDevice = Errno(EXDEV)
  package static let tooManyLinks = Errno(ELOOP)
  package static let notSupported = Errno(EOPNOTSUPP)
  package static let wouldBlock = Errno(EAGAIN)
  package static let interrupted = Errno(EINTR)
  package static let noProcess = Errno(ESRCH)
  package static let inProgress = Errno(EINPROGRESS)
  package static let timedOut = Errno(ETIMEDOUT)
  package static let connectionRefused = Errno(ECONNREFUSED)
  package static let inputOutput = Errno(EIO)
  package static let tooLarge = Errno(EFBIG)
  package static let notExecutable = Errno(ENOEXEC)
  package static let busy = Errno(EBUSY)
  package static let notEmpty = Errno(ENOTEMPTY)
  package static let stale = Errno(ESTALE)

  /// Whether it may be the call itself that is refused: by a kernel that does not have it (ENOSYS), or by the filter of a
  /// container engine that was made before it (EPERM).
  var isMissingCall: Bool { self == .notImplemented || self == .notPermitted }

  /// Whether the file system, or the quota on it, has no room.
  var isLackOfSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// Whether the machine lacks what any such call needs, whatever it is about.
  var isShortage: Bool {
    [ENOMEM, EMFILE, ENFILE, EAGAIN, EIO, EINTR, ENOSPC, EROFS].contains(code)
  }

  /// The C library's sentence, in lower case: `no space left on device`.
  package var description: String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(code, &buffer, buffer.count) == 0, buffer[0] != 0 else { return "error \(code)" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let first = text.first else { return "error \(code)" }
    return first.lowercased() + text.dropFirst()
  }
}
