/// Whose view of the machine is read: control groups, CPUs and networks differ from process to process.
package struct ObservedProcess: Sendable {
  /// Its directory in `/proc`.
  let directory: String
  /// For system calls, which take 0 for the caller.
  let number: Int32

  package static let own = ObservedProcess(directory: "/proc/self", number: 0)

  /// Whether what the kernel tells the caller by system calls is told of this process.
  var isCaller: Bool { number == 0 }

  package init(number: Int32) {
    self.init(directory: "/proc/\(number)", number: number)
  }

  init(directory: String, number: Int32) {
    self.directory = directory
    self.number = number
  }
}
