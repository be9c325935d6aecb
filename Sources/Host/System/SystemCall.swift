internal import Glibc

/// The kernel boundary: each call goes through `SystemCall`, which retries on EINTR and reads errno at once.
enum SystemCall {
  /// The result of `body`, tried again while it fails with EINTR; the errno where it returns -1.
  @discardableResult
  static func run<Value: FixedWidthInteger & SignedInteger>(_ body: () -> Value) throws(Errno) -> Value {
    while true {
      let value = body()
      if value != -1 { return value }
      let error = errno
      if error != EINTR { throw Errno(error) }
    }
  }
}

extension Errno: Swift.Error {}
