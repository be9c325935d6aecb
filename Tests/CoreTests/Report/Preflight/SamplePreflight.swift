@testable import Core

/// Preflight reports with every kind of result in them.
enum SamplePreflight {
  static func place(_ line: Int) -> Origin {
    Origin(source: "app.yaml", position: Position(line: line, column: 9))
  }

  static let cpu = Verdict(
    id: CheckID("cpu.min"), outcome: .fail, wanted: "at least 8 CPUs", found: "4 CPUs",
    evidence: [
      Evidence(source: "/sys/fs/cgroup/cpu.max", text: "400000 100000"),
      Evidence(source: "/sys/devices/system/cpu/online", text: "0-15"),
    ], margin: Margin(found: 4, minimum: 8, unit: .cpus),
    remedy: "Use a larger machine, or give the container more CPU time: its quota is what is short, not the CPUs.",
    origin: place(12), microseconds: 830)

  static let ram = Verdict(
    id: CheckID("ram.min"), outcome: .warn, wanted: "at least 8 GB", found: "7.9 GB",
    evidence: [Evidence(source: "/proc/meminfo", text: "MemTotal: 7928504 kB")],
    margin: Margin(found: 7.928e9, minimum: 8e9, unit: .bytes), origin: place(14))

  static let os = Verdict(
    id: CheckID("os"), outcome: .pass, wanted: "debian 12 or ubuntu", found: "debian 12",
    evidence: [Evidence(source: "/etc/os-release", text: #"ID=debian VERSION_ID="12""#)], origin: place(16),
    microseconds: 41)

  static let capacity = Verdict(
    id: CheckID("volume:/var/lib/data:capacity"), outcome: .pass, wanted: "at least 10 GB", found: "67.9 GB",
    evidence: [Evidence(source: "statvfs /var/lib/data", text: "f_bavail 16577148, f_frsize 4096")],
    margin: Margin(found: 67.9e9, minimum: 10e9, unit: .bytes), origin: place(20), microseconds: 12)

  static let rate = Verdict(
    id: CheckID("network.rate"), outcome: .unknown, wanted: "at least 50 MB/s", found: "no peer was named",
    evidence: [], remedy: #"Run "bringup peer" on another node, then this with --peer HOST."#, origin: place(30))

  static let script = Verdict(
    id: CheckID("script:disk \"a\" & <b> #1\n"), outcome: .fail, wanted: "exit status 0", found: "exit status 3",
    evidence: [Evidence(source: "bash", text: "exited with status 3")], remedy: "See what it printed.",
    origin: place(40), output: Array("checking\n\u{1B}[31mno disk\r\n".utf8), microseconds: 1_200_000)

  static let skipped = Verdict(
    id: CheckID("instance-type"), outcome: .skipped, wanted: "m5.large", found: "left out by --skip", origin: place(50))

  static let unfit = report([cpu, ram, os, capacity, rate, script, skipped], .failed)

  static let fit = report([os, capacity], .done)

  static let empty = report([], .done)

  static let fixed = report(
    [os], .failed,
    fixes: [
      Fix(path: path("/var/lib/data"), change: "create the directory", origin: place(20), outcome: .done),
      Fix(
        path: path("/var/lib/data"), change: "set the mode to 0755", origin: place(23),
        outcome: .failed("read-only file system")),
    ])

  static func report(
    _ verdicts: [Verdict], _ status: ExitStatus, fixes: [Fix] = [], profile: String? = "db",
    hostName: String? = "node-1"
  ) -> PreflightReport {
    PreflightReport(
      startedAt: Timestamp(seconds: 1_772_323_200), microseconds: 12_345, hostName: hostName, source: "app.yaml",
      profile: profile, verdicts: verdicts, fixes: fixes, status: status, programVersion: Version.text)
  }

  static func check(_ id: String, _ outcome: Verdict.Outcome, found: String = "x") -> Verdict {
    Verdict(id: CheckID(id), outcome: outcome, wanted: "y", found: found, origin: place(1))
  }

  private static func path(_ text: String) -> AbsolutePath {
    guard let path = AbsolutePath(known: text) else { preconditionFailure("\(text) is no path") }
    return path
  }
}
