package import Core

extension BootstrapVolume {
  /// What the scripts of all volumes run with.
  package struct Conditions: Sendable {
    let role: NodeRole
    let missingScript: BootstrapOptions.MissingScript
    /// Of each script.
    let environment: Environment
    let timeLimit: Duration
    /// Where output goes as it comes.
    let log: Int32
    let interrupt: Interrupt

    package init(
      _ options: BootstrapOptions, environment: Environment, log: Int32, interrupt: Interrupt
    ) {
      role = options.role
      missingScript = options.missingScript
      self.environment = environment
      timeLimit = options.timeLimit.duration
      self.log = log
      self.interrupt = interrupt
    }
  }

  /// Runs the script, if there is one, to its end. `announce` is told just before, with the path of the script.
  package func run(_ conditions: Conditions, announce: (String) -> Void) -> VolumeResult {
    do throws(HostError) {
      let state = try state()
      guard let script = try state.script() else {
        return VolumeResult(
          name, conditions.missingScript == .failure ? .failed("there is none (--require)") : .noScript)
      }
      announce("\(name.text)/\(BootstrapScript.fileName)")
      let start = MonotonicTime.now
      let details = try script.run(
        as: conditions.role, environment: conditions.environment, timeLimit: conditions.timeLimit,
        mirror: conditions.log, interrupt: conditions.interrupt)
      let microseconds = MonotonicTime.now.microseconds(since: start)
      return VolumeResult(
        name, details.end.failure.map { .failed($0) } ?? .ran, directory: script.directory, note: note(on: state),
        run: details, microseconds: microseconds)
    } catch {
      return VolumeResult(name, .failed(error.description))
    }
  }

  private func note(on state: borrowing VolumeState) -> String? {
    do throws(Errno) {
      if try snapshot() == state.snapshot { return nil }
      return "the volume was updated meanwhile; the script ran on what was there before"
    } catch {
      return "whether the volume was updated meanwhile is not known: \(error)"
    }
  }
}
