package import Core

/// A program to run: what execve(2) takes, and how long it may last.
package struct Program: Sendable {
  /// Handed to execve(2) as it is: no search in PATH.
  package let path: String
  /// Without the zeroth, which is `path`.
  package var arguments: [String] = []
  /// All of the program's variables; nothing is inherited.
  package let environment: Environment
  package var directory = "/"
  /// From the start until its process group is asked to end (SIGTERM).
  package let timeLimit: Duration
  /// From then on until the group is made to (SIGKILL).
  package var grace = Duration.seconds(5)
  package var survivors = Survivors.live
  /// A descriptor that gets all output as it comes, beside its end being kept.
  package var mirror: Int32?

  /// What becomes of processes of its group that are still there when the program ended in time.
  package enum Survivors: Sendable {
    /// They live on, as what a boot script starts in the background does. Their output goes on to the mirror, else nowhere.
    case live
    /// They are killed: a check leaves nothing behind.
    case die
  }

  package init(_ path: String, environment: Environment, timeLimit: Duration) {
    self.path = path
    self.environment = environment
    self.timeLimit = timeLimit
  }

  /// Runs the program to its end. That it cannot be started, fails or takes too long is a result; an error is only that
  /// this process could not watch over it.
  ///
  /// It gets a session and process group of its own, an empty standard input, one pipe for output and error, no other
  /// descriptor, default signal dispositions, an empty signal mask and umask 022. When `interrupt` has a signal, the
  /// program is ended as at its time limit.
  package func run(until interrupt: Interrupt? = nil) throws(HostError) -> CommandDetails {
    do throws(Fault) {
      return try start(until: interrupt)
    } catch {
      switch error {
      case .refused(let errno): return CommandDetails(end: .notStarted(errno.description), output: [])
      case .unwatchable(let errno): throw HostError("run", path, errno)
      }
    }
  }

  /// Why there is no ending to tell of.
  enum Fault: Swift.Error, Hashable {
    /// The kernel would not execute it (execve(2)), or not enter its directory.
    case refused(Errno)
    /// There is no process for it, or none that could be watched over.
    case unwatchable(Errno)
  }

  /// ``run(until:)`` for a caller that knows what the kernel's refusal means.
  func start(until interrupt: Interrupt?) throws(Fault) -> CommandDetails {
    let pipe: Pipe
    do throws(Errno) { pipe = try Pipe.open() } catch { throw .unwatchable(error) }
    let child = try ChildProcess(self, output: pipe.writeEnd)
    let watch = ProgramWatch(child, of: self, output: pipe.intoReadEnd(), interrupt: interrupt)
    do throws(Errno) { return try watch.follow() } catch { throw .unwatchable(error) }
  }
}
