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
    do throws(Errno) {
      let mask = try ProcessorMask(of: process.number)
      return .known(mask.count, Evidence(source: source, text: "\(mask.count) CPUs in a mask of \(mask.bits)"))
    } catch {
      return .unreadable(Evidence(source: source, text: error.description))
    }
  }
}
