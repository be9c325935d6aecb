package import Core

/// Runs scripts as cloud-init does: each from a file of its own, by its `#!`, with an empty standard input.
package struct ScriptRunner: Sendable {
  /// This process's own variables, which cloud-init's scripts inherit too.
  package let environment: Environment
  /// Given to `bootcmd` and boothooks as `INSTANCE_ID`.
  package let instanceID: String?
  /// For each script.
  package let timeLimit: Duration
  package let interrupt: Interrupt?
  var places = ScriptFile.places

  package init(environment: Environment, instanceID: String?, timeLimit: Duration, interrupt: Interrupt?) {
    self.environment = environment
    self.instanceID = instanceID
    self.timeLimit = timeLimit
    self.interrupt = interrupt
  }

  /// Runs `command` on this node and removes its file again. That the script cannot be executed is a result; an error is
  /// only that this program could not do its own part.
  package func run(_ command: Command) throws(HostError) -> CommandDetails {
    let file = try ScriptFile.write(command.content, name: ScriptName.clean(PartName(command.name)), places: places)
    do throws(Program.Fault) {
      return try program(for: command, in: file).start(until: interrupt)
    } catch {
      switch error {
      case .refused(let errno):
        return CommandDetails(end: .notStarted(ScriptRunner.explain(errno, command.content)), output: [])
      case .unwatchable(let errno):
        throw HostError("run", command.name, errno)
      }
    }
  }

  /// The script itself; where its file lies on a `noexec` mount, its interpreter, started as the kernel would.
  private func program(for command: Command, in file: borrowing ScriptFile) -> Program {
    let variables = variables(for: command.kind)
    guard file.isOnNoExecMount, let interpreter = Interpreter(of: command.content) else {
      return Program(file.path, environment: variables, timeLimit: timeLimit)
    }
    var program = Program(interpreter.path, environment: variables, timeLimit: timeLimit)
    program.arguments = interpreter.arguments(for: file.path)
    return program
  }

  /// The PATH is systemd's, where there is none.
  private func variables(for kind: StepKind) -> Environment {
    var variables = environment
    if variables["PATH"] == nil { variables["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" }
    if kind == .bootCommands || kind == .boothook, let instanceID { variables["INSTANCE_ID"] = instanceID }
    return variables
  }

  /// What the kernel's refusal to execute `script` means.
  static func explain(_ errno: Errno, _ script: [UInt8]) -> String {
    guard script.starts(with: "#!".utf8) else {
      // Our own file is refused with EACCES only on a `noexec` mount.
      return errno == .notExecutable || errno == .accessDenied
        ? "the script does not begin with \"#!\"; make its first line e.g. \"#!/bin/sh\"" : errno.description
    }
    guard let interpreter = Interpreter(of: script) else { return "the script's first line names no interpreter" }
    return interpreter.explain(errno)
  }
}
