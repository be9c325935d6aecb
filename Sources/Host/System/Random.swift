internal import CLinux
internal import Glibc

/// Bytes that nobody can guess.
package enum Random {
  /// 128 bits as 32 hexadecimal digits: part of a file name, or an id.
  package static func token() throws(HostError) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: try bytes(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// `count` bytes, at most 256 (what getrandom(2) gives in one piece). They come from /dev/urandom where there is no
  /// getrandom (before Linux 3.17) or its pool is not ready yet, early in a boot: waiting there could take minutes.
  package static func bytes(_ count: Int) throws(HostError) -> [UInt8] {
    precondition(count <= 256, "one call's worth")
    var bytes = [UInt8](repeating: 0, count: count)
    do throws(Errno) {
      let given = try SystemCall.run { bytes.withUnsafeMutableBytes { clinux_getrandom($0.baseAddress, count) } }
      if given == count { return bytes }
    } catch {
      if !error.isMissingCall && error != .wouldBlock { throw HostError("getrandom", nil, error) }
    }
    return try fromDevice(count)
  }

  private static func fromDevice(_ count: Int) throws(HostError) -> [UInt8] {
    let path = "/dev/urandom"
    do throws(Errno) {
      let device = FileDescriptor(
        owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0) })
      var bytes = [UInt8](repeating: 0, count: count)
      let number = device.number
      let given = try SystemCall.run { bytes.withUnsafeMutableBytes { read(number, $0.baseAddress, count) } }
      // At most 256 bytes come whole (urandom(4)).
      guard given == count else { throw Errno.inputOutput }
      return bytes
    } catch {
      throw HostError("read", path, error)
    }
  }
}
