internal import Core
internal import Glibc

extension Root {
  /// The whole of a file in which the kernel tells of itself.
  borrowing func readKernelFile(_ path: String) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      return try open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY).readToEnd(limit: Limits.kernelFileBytes)
    } catch {
      throw HostError("read", path, error)
    }
  }

  /// The same; nil where there is no such file.
  borrowing func readKernelFile(ifThere path: String) throws(HostError) -> [UInt8]? {
    do throws(HostError) {
      return try readKernelFile(path)
    } catch {
      if error.errno == .noEntry || error.errno == .notADirectory { return nil }
      throw error
    }
  }
}
