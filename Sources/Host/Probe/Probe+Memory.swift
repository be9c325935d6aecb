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
      let count = try onlineBlocks(of: directory, size: size, in: root)
      let (bytes, overflowed) = size.multipliedReportingOverflow(by: UInt64(count))
      if overflowed { return .unreadable(.notUnderstood(sizePath, text)) }
      return .known(ByteCount(bytes), Evidence(source: directory, text: "\(count) blocks online of \(size) bytes each"))
    }
  }

  private static func onlineBlocks(
    of directory: String, size: UInt64, in root: borrowing Root
  ) throws(HostError) -> Int {
    do throws(Errno) {
      let blocks = try root.openDirectory(directory)
      let names = try DirectoryListing.names(of: try root.openDirectory(directory)).filter {
        $0.starts(with: "memory".utf8) && KernelNumber.decimal($0.dropFirst(6)) != nil
      }
      if areAllOnline(names.count, size: size, in: root) { return names.count }
      var count = 0
      for name in names where try isOnline(name, in: blocks) { count += 1 }
      return count
    } catch {
      throw HostError("list", directory, error)
    }
  }

  /// Proven where there are more pages than all blocks but one can hold; so that not each of thousands of blocks has to be
  /// asked. False where it is not.
  private static func areAllOnline(_ count: Int, size: UInt64, in root: borrowing Root) -> Bool {
    do throws(HostError) {
      guard let pages = PresentPages.count(zoneinfo: try root.readKernelFile("/proc/zoneinfo")) else { return false }
      let present = pages.multipliedReportingOverflow(by: UInt64(sysconf(Int32(_SC_PAGESIZE))))
      let others = size.multipliedReportingOverflow(by: UInt64(max(1, count) - 1))
      return !present.overflow && !others.overflow && present.partialValue > others.partialValue
    } catch {
      return false
    }
  }

  private static func isOnline(_ block: [UInt8], in blocks: borrowing FileDescriptor) throws(Errno) -> Bool {
    let number = blocks.number
    let path = "\(String(decoding: block, as: UTF8.self))/online"
    do throws(Errno) {
      let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(number, path, flags, 0) })
      return try file.readPiece(1) == [UInt8(ascii: "1")]
    } catch {
      // A block that is gone meanwhile is not online.
      guard error == .noEntry else { throw error }
      return false
    }
  }
}
