internal import Core
internal import Host

enum BootstrapCommand {
  /// Returns only where COMMAND does not take over.
  static func run(_ options: BootstrapOptions, _ inheritance: Inheritance) -> CommandOutput {
    switch BrokenPipe.isAnError(during: { prepare(options) }) {
    case .ended(let output):
      return output
    case .becomes(let image):
      inheritance.handOn()
      let fault = image.takeOver()
      return CommandOutput(
        standardError: Array("bringup: \(fault.sentence)\n".utf8), status: .failed, shellStatus: fault.shellStatus)
    }
  }

  private enum Outcome {
    case becomes(ProcessImage)
    case ended(CommandOutput)
  }

  /// Everything before COMMAND. What was changed in this process for it, signals above all, is as it was on return.
  private static func prepare(_ options: BootstrapOptions) -> Outcome {
    let started = StartTime()
    do throws(HostError) {
      let root = try Root("/")
      let input: BootstrapInput
      let interrupt: Interrupt
      do throws(PreflightInput.Fault) {
        (input, interrupt) = try FirstProcess.endsBySignals { () throws(PreflightInput.Fault) in
          let input = try BootstrapInput.read(options, for: root)
          do throws(HostError) { return (input, try Interrupt()) } catch { throw .host(error) }
        }
      } catch {
        return .ended(.refused(error))
      }
      var run = BootstrapRun(options, interrupt: interrupt)
      run.carryOut(input, in: root)
      let environment = Environment.current()
      let report = run.report(since: started, ending: run.ending(path: environment["PATH"]))
      let isWritten = publish(report, options)
      return outcome(
        report, options, environment.with(options.role, report: isWritten ? options.reportFile : nil), interrupt)
    } catch {
      return .ended(.refused(error, status: .failed))
    }
  }

  /// Whether the report's file was written.
  private static func publish(_ report: BootstrapReport, _ options: BootstrapOptions) -> Bool {
    switch options.logFormat {
    case .text: StandardStreams.log(report.summary)
    case .json: StandardStreams.log(String(decoding: report.json.bytes(.compact), as: UTF8.self))
    }
    guard let file = options.reportFile else { return false }
    do throws(HostError) {
      try BootstrapReportFile.write(report.json.bytes(.pretty), to: file)
      return true
    } catch {
      StandardStreams.log("bringup: \(error)")
      return false
    }
  }

  private static func outcome(
    _ report: BootstrapReport, _ options: BootstrapOptions, _ environment: Environment, _ interrupt: Interrupt
  ) -> Outcome {
    // The first process of a container is not ended by a signal that it does not handle (pid_namespaces(7)): the status
    // says it then. One that came after the report counts all the same.
    if let signal = interrupt.signal {
      return .ended(CommandOutput(status: .failed, shellStatus: 128 + signal, interrupt: interrupt))
    }
    switch report.ending {
    case .starts(let path):
      let arguments = [Array(options.command.utf8)] + options.arguments
      return .becomes(ProcessImage(path: path, arguments: arguments, environment: environment))
    case .noCommand(let fault):
      return .ended(CommandOutput(status: .failed, shellStatus: fault.shellStatus))
    case .stopped, .interrupted:
      return .ended(CommandOutput(status: .failed))
    }
  }
}

extension Environment {
  /// What COMMAND has beside what this process was given.
  fileprivate func with(_ role: NodeRole, report: PathArgument?) -> Environment {
    var environment = self
    environment["BRINGUP_ROLE"] = role.text
    environment["BRINGUP_REPORT"] = report?.text
    return environment
  }
}
