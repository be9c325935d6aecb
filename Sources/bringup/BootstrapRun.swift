internal import Core
internal import Glibc
internal import Host

/// One bootstrap up to where COMMAND takes over: the checks, the parts, the volumes' scripts.
struct BootstrapRun: ~Copyable {
  private let options: BootstrapOptions
  private let interrupt: Interrupt
  private var preflight: PreflightReport?
  private var parts: ApplyReport?
  private var volumes: [VolumeResult] = []
  private var errors: [String] = []
  private var isStopped = false

  init(_ options: BootstrapOptions, interrupt: Interrupt) {
    self.options = options
    self.interrupt = interrupt
  }

  mutating func carryOut(_ input: BootstrapInput, in root: borrowing Root) {
    if let options = options.preflight, let input = input.preflight { check(input, options, in: root) }
    if let options = options.parts, let input = input.parts, reasonNotToRun == nil { apply(input, options, in: root) }
    for volume in options.volumes {
      if let reason = reasonNotToRun {
        add(VolumeResult(volume, .notRun(reason)))
      } else {
        add(runScript(of: volume))
      }
    }
  }

  /// `path` is the value of PATH.
  func ending(path: String?) -> BootstrapReport.Ending {
    if let signal = interrupt.signal { return .interrupted(signal) }
    if isStopped { return .stopped }
    do throws(CommandFault) {
      return .starts(try CommandSearch.find(options.command, path: path))
    } catch {
      return .noCommand(error)
    }
  }

  func report(since started: StartTime, ending: BootstrapReport.Ending) -> BootstrapReport {
    BootstrapReport(
      role: options.role, hostName: ProcessIdentity.hostName, startedAt: started.wall,
      microseconds: started.microseconds, preflight: preflight, parts: parts, volumes: volumes, errors: errors,
      ending: ending)
  }

  private var reasonNotToRun: String? {
    if let signal = interrupt.signal { return "bringup was asked to end by signal \(signal)" }
    return isStopped ? "something before it failed" : nil
  }

  private mutating func check(_ input: PreflightInput, _ options: PreflightOptions, in root: borrowing Root) {
    let report = PreflightRun.report(
      options, input, peers: [], root: root, started: StartTime(), interrupt: interrupt)
    let gate = GateReport(report, failOn: options.failOn, unit: nil)
    preflight = gate.kept
    log(gate.kept.text(.plain, .normal))
    if gate.exitStatus == .failed { fail() }
  }

  private mutating func apply(_ input: Input, _ options: ApplyOptions, in root: borrowing Root) {
    do throws(HostError) {
      let report = try ApplyRun.report(options, input, root: root, started: StartTime(), interrupt: interrupt)
      parts = report
      log(report.text(.plain, .normal))
      if report.status == .failed { fail() }
    } catch {
      errors.append("apply: \(error)")
      log("bootstrap: apply: \(error)")
      fail()
    }
  }

  private func runScript(of name: PathArgument) -> VolumeResult {
    var environment = Environment.current()
    environment["BRINGUP_ROLE"] = options.role.text
    let conditions = BootstrapVolume.Conditions(
      options, environment: environment, log: STDERR_FILENO, interrupt: interrupt)
    do throws(HostError) {
      let result = try BootstrapVolume(name).run(conditions) { script in
        log("bootstrap: runs \(Printable.escape(script)) \(options.role.text)")
      }
      Orphans.collect()
      return result
    } catch {
      return VolumeResult(name, .failed("\(error)"))
    }
  }

  private mutating func add(_ result: VolumeResult) {
    volumes.append(result)
    log(result.line)
    if result.failure != nil { fail() }
  }

  private mutating func fail() {
    switch options.onFailure {
    case .stop: isStopped = true
    case .goOn: break
    }
  }

  /// In JSON all is told at once, in the end.
  private func log(_ text: String) {
    switch options.logFormat {
    case .text: StandardStreams.log(text.last == "\n" ? String(text.dropLast()) : text)
    case .json: break
    }
  }
}
