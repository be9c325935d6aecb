internal import CLinux
package import Core
internal import Glibc

extension Probe {
  /// The memory of this node and what a process of it may use of it.
  package static func memory(in root: borrowing Root, for process: ObservedProcess = .own) -> MemoryReadings {
    MemoryReadings(
      total: totalMemory(in: root), installed: installedMemory(in: root), limit: memoryLimit(of: process, in: root))
  }

  private static func totalMemory(in root: borrowing Root) -> Reading<ByteCount> {
    Reading { () throws(HostError) -> Reading<ByteCount> in
      let path = "/proc/meminfo"
      guard let total = MemoryTotal(meminfo: try root.readKernelFile(path)) else {
        return .unreadable(Evidence(source: path, text: "it has no line MemTotal"))
      }
      return .known(total.bytes, Evidence(source: path, text: total.line))
    }
  }

  /// The memory blocks that are online, as lsmem(1) counts them. Kernels without hot-plugged memory, and many containers,
  /// have none to show.
  private static func installedMemory(in root: borrowing Root) -> Reading<ByteCount?> {
    let directory = "/sys/devices/system/memory"
    return Reading { () throws(HostError) -> Reading<ByteCount?> in
      let sizePath = "\(directory)/block_size_bytes"
      guard let text = try root.readKernelFile(ifThere: sizePath) else {
        return .known(nil, Evidence(source: directory, text: "this kernel tells of no memory blocks"))
      }
      guard let size = KernelNumber.hexadecimal(text.filter { $0 != UInt8(ascii: "\n") }), size > 0 else {
        return .unreadable(.notUnderstood(sizePath, text))
      }
      let count = try onlineBlocks(of: directory, in: root)
      let (bytes, overflowed) = size.multipliedReportingOverflow(by: UInt64(count))
      if overflowed { return .unreadable(.notUnderstood(sizePath, text)) }
      return .known(ByteCount(bytes), Evidence(source: directory, text: "\(count) blocks online of \(size) bytes each"))
    }
  }

  private static func onlineBlocks(of directory: String, in root: borrowing Root) throws(HostError) -> Int {
    do throws(Errno) {
      let blocks = try root.openDirectory(directory)
      var count = 0
      for name in try DirectoryListing.names(of: try root.openDirectory(directory))
      where name.starts(with: "memory".utf8) {
        guard let number = KernelNumber.decimal(name.dropFirst(6)) else { continue }
        if try isOnline("memory\(number)", in: blocks) { count += 1 }
      }
      return count
    } catch {
      throw HostError("list", directory, error)
    }
  }

  /// Asked for thousands of blocks on a large machine.
  private static func isOnline(_ block: String, in blocks: borrowing FileDescriptor) throws(Errno) -> Bool {
    let number = blocks.number
    do throws(Errno) {
      let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(number, "\(block)/online", flags, 0) })
      return try file.readPiece(1) == [UInt8(ascii: "1")]
    } catch {
      // A block that is gone meanwhile is not online.
      guard error == .noEntry else { throw error }
      return false
    }
  }
}
