import CLinux
import Core
import Foundation
import Glibc

@testable import Host

/// A thread that may give up what the rest of the process keeps: its user, its namespaces, its control group. It ends with
/// the work, and so does what it gave up.
enum OwnThread {
  static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) throws -> Value {
    let box = Box<Value>()
    Thread {
      box.result = Swift.Result { try work() }
      box.done.signal()
    }.start()
    box.done.wait()
    return try box.result!.get()
  }

  /// Handed over once, by a semaphore.
  private final class Box<Value: Sendable>: @unchecked Sendable {
    var result: Swift.Result<Value, any Swift.Error>?
    let done = DispatchSemaphore(value: 0)
  }

  /// This thread's view of the machine; that of `/proc/self` is the first thread's.
  static var process: ObservedProcess { ObservedProcess(directory: "/proc/thread-self", number: 0) }

  /// The same, as another process would look at it: by files, not by asking the kernel.
  static var processByFiles: ObservedProcess { ObservedProcess(directory: "/proc/thread-self", number: number) }

  /// Its number, by which the kernel knows it.
  static var number: pid_t {
    typealias GetThread = @convention(c) () -> pid_t
    return function("gettid", GetThread.self)()
  }

  enum Namespace: Int32 {
    case mount = 0x0002_0000
    case controlGroup = 0x0200_0000
    case network = 0x4000_0000
  }

  /// Leaves the namespaces of the process (unshare(2)).
  static func leave(_ namespaces: Namespace...) throws {
    typealias Unshare = @convention(c) (Int32) -> Int32
    // A thread shares its root and working directory with the others, which a mount namespace of its own does not bear
    // (CLONE_FS).
    let flags = namespaces.reduce(Int32(0x200)) { $0 | $1.rawValue }
    try SystemCall.run { function("unshare", Unshare.self)(flags) }
  }

  /// Goes on as a user without any rights. The C library would do that to all threads at once.
  static func becomeNobody() throws {
    typealias SystemCallOfThree = @convention(c) (Int, Int, Int, Int) -> Int
    try SystemCall.run {
      function("syscall", SystemCallOfThree.self)(Int(SYS_setresuid), 65534, 65534, 65534)
    }
  }

  /// Runs on the first CPU only from now on.
  static func stayOnFirstProcessor() throws {
    typealias SetAffinity = @convention(c) (pid_t, Int, UnsafePointer<UInt64>) -> Int32
    var mask: UInt64 = 1
    try SystemCall.run { function("sched_setaffinity", SetAffinity.self)(0, MemoryLayout<UInt64>.size, &mask) }
  }

  private static func function<Function>(_ name: String, _: Function.Type) -> Function {
    unsafeBitCast(dlsym(nil, name), to: Function.self)
  }
}
