internal import Core

/// A volume's `bootstrap.sh`, and how it is run: by its interpreter, because a file of a ConfigMap has no run bit and its
/// volume is mostly mounted read-only.
struct BootstrapScript {
  static let fileName = "bootstrap.sh"

  /// Absolute; the script's working directory.
  let directory: String
  private let interpreter: Interpreter

  /// `file` is the script, which lies in `directory`.
  init(_ file: borrowing FileDescriptor, in directory: String) throws(HostError) {
    let (status, start) = try BootstrapScript.look(at: file)
    guard status.kind == .regular else { throw HostError("run", said: "it is \(status.kind.article)") }
    guard status.size <= Limits.bootstrapScriptBytes else {
      throw HostError("run", said: "it has \(status.size) bytes; at most \(Limits.bootstrapScriptBytes) are run")
    }
    if let named = Interpreter(of: start) {
      interpreter = named
    } else if start.starts(with: "#!".utf8) {
      throw HostError("run", said: "its first line names no interpreter")
    } else {
      interpreter = .shell
    }
    self.directory = directory
  }

  /// What it is, and how it begins.
  private static func look(at file: borrowing FileDescriptor) throws(HostError) -> (FileStatus, start: [UInt8]) {
    do throws(Errno) {
      let status = try file.status()
      return (status, status.kind == .regular ? try file.readPiece(Interpreter.lineBytes) : [])
    } catch {
      throw HostError("read", fileName, error)
    }
  }

  /// How it ended, its output mirrored to `descriptor` as it came.
  func run(
    as role: NodeRole, environment: Environment, timeLimit: Duration, mirror descriptor: Int32, interrupt: Interrupt
  ) throws(HostError) -> CommandDetails {
    let path = "\(directory)/\(BootstrapScript.fileName)"
    var program = Program(interpreter.path, environment: environment, timeLimit: timeLimit)
    program.arguments = interpreter.arguments(for: path) + [role.text]
    program.directory = directory
    program.mirror = descriptor
    do throws(Program.Fault) {
      return try program.start(until: interrupt)
    } catch {
      switch error {
      case .refused(let errno): return CommandDetails(end: .notStarted(interpreter.explain(errno)), output: [])
      case .unwatchable(let errno): throw HostError("run", path, errno)
      }
    }
  }
}
