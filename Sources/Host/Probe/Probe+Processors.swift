internal import CLinux
package import Core
internal import Glibc

extension Probe {
  /// The CPUs that a process of this node gets, by each of the three that bound them.
  package static func processors(
    in root: borrowing Root, for process: ObservedProcess = .own
  ) -> ProcessorReadings {
    ProcessorReadings(
      online: onlineProcessors(in: root), affinity: affinity(of: process),
      quota: processorQuota(of: process, in: root))
  }

  private static func onlineProcessors(in root: borrowing Root) -> Reading<Int> {
    let path = "/sys/devices/system/cpu/online"
    do throws(HostError) {
      let text = try root.readKernelFile(path)
      guard let count = ProcessorList.count(text) else { return .unreadable(.notUnderstood(path, text)) }
      return .known(count, Evidence(source: path, found: text))
    } catch {
      return processorStatistics(in: root) ?? .unreadable(Evidence(error))
    }
  }

  /// For a container without `/sys`; nil where this cannot be read either.
  private static func processorStatistics(in root: borrowing Root) -> Reading<Int>? {
    let path = "/proc/stat"
    do throws(HostError) {
      guard let count = ProcessorList.count(statistics: try root.readKernelFile(path)) else { return nil }
      return .known(count, Evidence(source: path, text: "\(count) lines cpuN"))
    } catch {
      // What stands in the way of the better source is what the reader is to learn.
      return nil
    }
  }

  private static func affinity(of process: ObservedProcess) -> Reading<Int> {
    let source = "sched_getaffinity(2)"
    // The kernel takes no mask that is shorter than its own (EINVAL), of which only it knows the length.
    var words = [UInt64](repeating: 0, count: 1024 / UInt64.bitWidth)
    while true {
      do throws(Errno) {
        let bytes = try SystemCall.run {
          words.withUnsafeMutableBytes { clinux_sched_getaffinity(process.number, $0.count, $0.baseAddress) }
        }
        let count = words.reduce(0) { $0 + $1.nonzeroBitCount }
        return .known(count, Evidence(source: source, text: "\(count) CPUs in a mask of \(bytes * 8)"))
      } catch {
        guard error == .invalid, words.count < Limits.processors / UInt64.bitWidth else {
          return .unreadable(Evidence(source: source, text: error.description))
        }
        words = [UInt64](repeating: 0, count: 2 * words.count)
      }
    }
  }
}
