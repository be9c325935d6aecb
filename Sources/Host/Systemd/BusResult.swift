internal import CSystemd
internal import Core
internal import Glibc

/// The boundary to sd-bus: its calls return a negative error number, or a result.
enum BusResult {
  @discardableResult
  static func check(_ result: Int32) throws(Errno) -> Int32 {
    if result < 0 { throw Errno(-result) }
    return result
  }
}

extension HostError {
  /// A call that failed: with the peer's own words where it answered, else with the error number.
  init(_ operation: String, _ subject: String?, _ result: Int32, _ error: sd_bus_error) {
    switch -result {
    case ETIMEDOUT, ECONNRESET, ENOTCONN, EPIPE: self.init(operation, subject, Errno(-result))
    default:
      if let message = error.message {
        self.init(operation, subject, said: Printable.escape(String(cString: message)))
      } else {
        self.init(operation, subject, Errno(-result))
      }
    }
  }
}

extension Duration {
  /// Whole microseconds, as libsystemd counts time; 0 for a negative length.
  var microseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let product = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000)
    return product.overflow ? .max : product.partialValue &+ UInt64(attoseconds / 1_000_000_000_000)
  }
}
