internal import Core
internal import Glibc

/// Watches over a running program: collects its output, ends it when its time is up, and never waits without a deadline.
struct ProgramWatch: ~Copyable {
  private let child: ChildProcess
  private let program: Program
  private let interrupt: Interrupt?
  /// Nil once every holder of the other end has closed it.
  private var output: FileDescriptor?
  private var tail = OutputTail(limit: Limits.commandOutputBytes)
  private var mirror: Mirror?
  private var phase: Phase
  private var buffer = [UInt8](repeating: 0, count: 16 << 10)

  private enum Phase {
    case running(until: MonotonicTime)
    /// SIGTERM was sent.
    case asked(CommandDetails.End, until: MonotonicTime)
    /// SIGKILL was sent.
    case killed(CommandDetails.End, until: MonotonicTime)

    var deadline: MonotonicTime {
      switch self {
      case .running(let deadline), .asked(_, let deadline), .killed(_, let deadline): deadline
      }
    }
  }

  init(
    _ child: consuming ChildProcess, of program: Program, output: consuming FileDescriptor, interrupt: Interrupt?
  ) {
    self.child = child
    self.program = program
    self.output = consume output
    self.interrupt = interrupt
    mirror = program.mirror.map { Mirror(to: $0) }
    phase = .running(until: .now + program.timeLimit)
  }

  /// How long output is awaited after the end, where a process left behind still holds the pipe.
  private static let lingering = Duration.milliseconds(200)
  /// How long the mirror's reader is waited for then, so that what this program writes next comes after the output.
  private static let mirroring = Duration.seconds(1)
  /// What a pipe holds (pipe(7)).
  private static let pipeBytes = 64 << 10
  /// How long a killed process is waited for: one that hangs in the kernel may never go.
  private static let burial = Duration.seconds(5)
  /// How often to look whether the program has ended, where the kernel cannot wake us (before Linux 5.3).
  private static let glance = Duration.milliseconds(20)

  consuming func follow() throws(Errno) -> CommandDetails {
    while try !child.hasEnded() {
      try waitOnce()
      if phase.deadline.hasPassed, !advance() { break }
    }
    let forced: CommandDetails.End?
    switch phase {
    case .running: forced = nil
    case .asked(let end, _), .killed(let end, _): forced = end
    }
    // Before the exit status is collected: from then on the group's number may be someone else's.
    if forced != nil || program.survivors == .die { child.signalGroup(SIGKILL) }
    try drain()
    try handOver(isLeftRunning: forced == nil && program.survivors == .live)
    let kept = tail.kept
    let end = try child.collect()
    return CommandDetails(end: forced ?? end ?? .timedOut, output: kept)
  }

  /// One wait for output, the end, an interrupt or the phase's deadline, and what follows from it.
  private mutating func waitOnce() throws(Errno) {
    var interests: [Poll.Interest] = []
    let moving = nextMove
    if let moving { interests.append(moving) }
    if let number = child.descriptor { interests.append(.readable(number)) }
    if case .running = phase, let interrupt { interests.append(.readable(interrupt.descriptor)) }
    let deadline = child.descriptor == nil ? min(phase.deadline, .now + ProgramWatch.glance) : phase.deadline
    let ready = try Poll.wait(for: interests, until: deadline)
    if moving != nil, ready[0] { try moveOnce() }
    if case .running = phase, let signal = interrupt?.signal { ask(.interrupted(signal)) }
  }

  /// Goes on to the next phase at a deadline; false where there is none.
  private mutating func advance() -> Bool {
    switch phase {
    case .running:
      ask(.timedOut)
    case .asked(let end, _):
      child.signalGroup(SIGKILL)
      phase = .killed(end, until: .now + ProgramWatch.burial)
    case .killed:
      return false
    }
    return true
  }

  private mutating func ask(_ end: CommandDetails.End) {
    let signal =
      switch end {
      case .interrupted(let signal): signal
      case .exited, .signalled, .timedOut, .notStarted: SIGTERM
      }
    child.signalGroup(signal)
    // A stopped process would not see the request.
    child.signalGroup(SIGCONT)
    phase = .asked(end, until: .now + program.grace)
  }

  /// What the output waits for: that its copy is taken, before more of it is read, or that there is more.
  private var nextMove: Poll.Interest? {
    if let mirror, mirror.isBusy { return .writable(mirror.descriptor) }
    return source.map { .readable($0) }
  }

  /// Where output comes from; nil after its end.
  private var source: Int32? {
    switch output {
    case .some(let output): output.number
    case .none: nil
    }
  }

  private mutating func moveOnce() throws(Errno) {
    if mirror?.isBusy == true {
      mirror?.writeOnce()
    } else if let source {
      try readOnce(source)
    }
  }

  private mutating func readOnce(_ number: Int32) throws(Errno) {
    let count = try SystemCall.run { read(number, &buffer, buffer.count) }
    if count == 0 { output = nil }
    tail.append(buffer[..<count])
    mirror?.append(buffer[..<count])
  }

  /// Moves what is still on its way: all that the pipe holds, however busy the mirror is; what comes until the end of the
  /// output or ``lingering``; and then what was moved by half.
  private mutating func drain() throws(Errno) {
    for _ in 0..<(ProgramWatch.pipeBytes / buffer.count) {
      guard let source, try Poll.wait(for: .readable(source), until: .now) else { break }
      try readOnce(source)
    }
    let deadline = MonotonicTime.now + ProgramWatch.lingering
    while !deadline.hasPassed, let move = nextMove, try Poll.wait(for: move, until: deadline) { try moveOnce() }
    mirror?.endLine()
    let end = MonotonicTime.now + ProgramWatch.mirroring
    while !end.hasPassed, let mirror, mirror.isBusy, try Poll.wait(for: .writable(mirror.descriptor), until: end) {
      self.mirror?.writeOnce()
    }
  }

  /// Leaves what cannot be waited for to a process of its own: what the mirror's reader has not taken yet, and the output of
  /// processes that were left behind.
  private func handOver(isLeftRunning: Bool) throws(Errno) {
    let rest = Array(mirror?.pending ?? [])
    let source = isLeftRunning ? source : nil
    if !rest.isEmpty || source != nil { try Relay.start(rest, from: source, to: mirror?.descriptor) }
  }
}
