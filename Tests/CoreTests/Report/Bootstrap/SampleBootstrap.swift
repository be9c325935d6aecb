@testable import Core

/// Bootstrap reports with every kind of result in them.
enum SampleBootstrap {
  static let ran = VolumeResult(
    volume("/etc/a"), .ran, directory: "/run/copy", note: "the volume was updated meanwhile",
    run: CommandDetails(end: .exited(0), output: Array("done\n".utf8)), microseconds: 12_345)

  static let failed = VolumeResult(
    volume("/etc/b"), .failed("ended with status 3"), directory: "/etc/b",
    run: CommandDetails(end: .exited(3), output: Array("one\n\u{1B}[31mtwo".utf8)), microseconds: 830)

  static let unreadable = VolumeResult(volume("/etc/c"), .failed("open bootstrap.sh: permission denied"))
  static let none = VolumeResult(volume("/etc/d"), .noScript)
  static let notRun = VolumeResult(volume("/etc/e"), .notRun("something before it failed"))

  static let started = report([ran, none], .starts("/usr/bin/server"))
  static let stopped = report([ran, failed, notRun], .stopped)
  static let interrupted = report([notRun], .interrupted(15))
  static let noCommand = report([], .noCommand(.notFound("server")))
  static let unfit = report([notRun], .stopped, preflight: SamplePreflight.unfit)
  static let badPart = report([notRun], .stopped, parts: SampleReport.everything)
  static let noState = report([notRun], .stopped, errors: ["apply: lock /var/lib/bringup/lock: file exists"])

  static let reports = [started, stopped, interrupted, noCommand, unfit, badPart, noState]

  static func report(
    _ volumes: [VolumeResult], _ ending: BootstrapReport.Ending, preflight: PreflightReport? = nil,
    parts: ApplyReport? = nil, errors: [String] = []
  ) -> BootstrapReport {
    BootstrapReport(
      role: role, hostName: "node-1", startedAt: Timestamp(seconds: 1_772_323_200), microseconds: 40_000,
      preflight: preflight, parts: parts, volumes: volumes, errors: errors, ending: ending)
  }

  private static let role: NodeRole = {
    do { return try NodeRole("worker") } catch { preconditionFailure("worker is a role") }
  }()

  private static func volume(_ text: String) -> PathArgument {
    do { return try PathArgument(text) } catch { preconditionFailure("\(text) is a path") }
  }
}
