internal import CLinux
internal import Core
internal import Glibc

/// A process that makes system calls for this one, so that a call that never returns (a server or a disk that does not
/// answer) can be given up: a thread in such a call could be neither ended nor left behind.
///
/// To be used and let go in the thread that made it: it is killed when that thread ends.
final class Deputy {
  /// Why there is no result.
  enum Fault: Swift.Error, Hashable {
    /// What the kernel answered.
    case refused(Errno)
    /// It did not answer in time. The deputy is given up: there is no other call.
    case silent(Duration)
    /// This signal asked bringup to end. The deputy is given up.
    case interrupted(Int32)
    /// Somebody killed it; or this went wrong between it and this process, and it is given up.
    case lost(Errno?)
  }

  private let process: pid_t
  private let line: FileDescriptor
  private let memory: UnsafeMutableRawPointer
  private let size: Int
  private let interrupt: Interrupt?
  private var phase = Phase.idle

  private enum Phase {
    case idle
    /// In a call, perhaps for ever.
    case calling
  }

  /// Where the text of a call's arguments lies in the shared memory, and where its answer goes.
  private static let textOffset = 1 << 12
  private static let answerOffset = 1 << 14

  /// `room` is how many bytes an answer, or what is to be written, may have.
  init(room: Int, interrupt: Interrupt?) throws(Errno) {
    let size = Deputy.answerOffset + room
    guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED
    else { throw Errno(errno) }
    do throws(Errno) {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      try SystemCall.run { socketpair(AF_UNIX, kind, 0, &ends) }
      let line = FileDescriptor(owning: ends[0])
      let theirs = FileDescriptor(owning: ends[1])
      let call = memory.bindMemory(to: clinux_call.self, capacity: 1)
      let number = theirs.number
      process = try SystemCall.run { clinux_fork_deputy(call, number) }
      self.line = line
    } catch {
      munmap(memory, size)
      throw error
    }
    self.memory = memory
    self.size = size
    self.interrupt = interrupt
  }

  deinit {
    kill(process, SIGKILL)
    // One that waits for a call ends by this, too, where it may not be killed.
    shutdown(line.number, Int32(SHUT_RDWR))
    munmap(memory, size)
    switch phase {
    case .idle: waitpid(process, nil, 0)
    case .calling: bury()
    }
  }

  /// One that hangs in the kernel may never go; init collects it once this process has ended.
  private func bury() {
    for _ in 0..<50 {
      if waitpid(process, nil, WNOHANG) != 0 { return }
      usleep(1000)
    }
  }

  /// The result of the system call `number`. A pointer among `arguments` is one that ``text(_:)`` or ``answer`` gave.
  func call(_ number: Int32, _ arguments: Int..., within limit: Duration) throws(Fault) -> Int {
    guard case .idle = phase else { throw .lost(nil) }
    // A deputy that answers each time before anybody looks must not keep an end from being seen.
    if let signal = interrupt?.signal { throw .interrupted(signal) }
    var values = arguments + Array(repeating: 0, count: 6 - arguments.count)
    let call = memory.assumingMemoryBound(to: clinux_call.self)
    call.pointee.number = Int64(number)
    withUnsafeMutableBytes(of: &call.pointee.arguments) { target in
      values.withUnsafeMutableBytes { target.copyMemory(from: UnsafeRawBufferPointer($0)) }
    }
    phase = .calling
    switch exchange(until: .now + limit) {
    case .answered: phase = .idle
    case .interrupted(let signal): throw .interrupted(signal)
    case .silent: throw .silent(limit)
    case .lost(let error): throw .lost(error)
    }
    let result = call.pointee.result
    guard result >= 0 else { throw .refused(Errno(Int32(truncatingIfNeeded: -result))) }
    return Int(result)
  }

  private enum Exchange {
    case answered, silent
    case interrupted(Int32)
    case lost(Errno?)
  }

  /// Sends a byte and waits for its return, which ends the call.
  private func exchange(until deadline: MonotonicTime) -> Exchange {
    let number = line.number
    var byte: UInt8 = 0
    var interests = [Poll.Interest.readable(number)]
    if let interrupt { interests.append(.readable(interrupt.descriptor)) }
    do throws(Errno) {
      try SystemCall.run { send(number, &byte, 1, Int32(MSG_NOSIGNAL)) }
      if try Poll.wait(for: interests, until: deadline)[0] {
        return try SystemCall.run { recv(number, &byte, 1, 0) } == 1 ? .answered : .lost(nil)
      }
    } catch {
      // Its end of the line is closed, perhaps with our byte in it.
      return .lost([Errno(EPIPE), Errno(ECONNRESET)].contains(error) ? nil : error)
    }
    return (interrupt?.signal).map { .interrupted($0) } ?? .silent
  }

  /// Puts `text` where a call finds it, as C has it, until the next text; its address.
  func text(_ text: String) throws(Fault) -> Int {
    let bytes = Array(text.utf8)
    guard bytes.count < Deputy.answerOffset - Deputy.textOffset else { throw .refused(Errno(ENAMETOOLONG)) }
    let place = memory + Deputy.textOffset
    place.copyMemory(from: bytes + [0], byteCount: bytes.count + 1)
    return Int(bitPattern: place)
  }

  /// The address where a call puts what it has to tell, or finds what it is to write.
  var answer: Int { Int(bitPattern: memory + Deputy.answerOffset) }

  /// How many bytes may lie there.
  var room: Int { size - Deputy.answerOffset }

  /// What lies there, the first of `Value`'s bytes `offset` bytes in.
  func answer<Value: BitwiseCopyable>(as type: Value.Type, at offset: Int = 0) -> Value {
    precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= room, "within the answer")
    return (memory + Deputy.answerOffset + offset).loadUnaligned(as: type)
  }

  /// Its first bytes.
  func answer(bytes count: Int) -> [UInt8] {
    precondition(count <= room, "within the answer")
    return Array(UnsafeRawBufferPointer(start: memory + Deputy.answerOffset, count: count))
  }

  /// Changes what lies there.
  func fill(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
    body(UnsafeMutableRawBufferPointer(start: memory + Deputy.answerOffset, count: room))
  }
}
