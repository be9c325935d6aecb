import Testing

@testable import Core

struct PreflightReportTextTests {
  @Test("failures come first with what to do, then what could not be told and warnings; passes take a line each")
  func everything() {
    #expect(
      SamplePreflight.unfit.text(.plain, .normal) == #"""
        preflight of app.yaml, profile db, on node-1

        FAIL     cpu.min
            wanted    at least 8 CPUs
            found     4 CPUs
            margin    -4 CPUs (-50.0 %)
            evidence  /sys/fs/cgroup/cpu.max: 400000 100000
            place     app.yaml:12:9
            remedy    Use a larger machine, or give the container more CPU time: its quota is what
                      is short, not the CPUs.
        FAIL     script:disk "a" & <b> #1\n
            wanted    exit status 0
            found     exit status 3
            evidence  bash: exited with status 3
            place     app.yaml:40:9
            remedy    See what it printed.
            | checking
            | \u{1b}[31mno disk
        UNKNOWN  network.rate
            wanted    at least 50 MB/s
            found     no peer was named
            place     app.yaml:30:9
            remedy    Run "bringup peer" on another node, then this with --peer HOST.
        warn     ram.min
            wanted    at least 8 GB
            found     7.9 GB
            margin    -72MB (-0.9 %)
            evidence  /proc/meminfo: MemTotal: 7928504 kB
            place     app.yaml:14:9

        pass     os                             debian 12
        pass     volume:/var/lib/data:capacity  67.9 GB; wanted at least 10 GB
        skipped  instance-type                  left out by --skip

        preflight: FAILED after 12 ms: 2 failed, 1 unknown, 1 warning, 2 passed, 1 skipped

        """#)
  }

  @Test("with everything asked for, all evidence and times are there, and passes are told as fully")
  func verbose() {
    let text = SamplePreflight.unfit.text(.plain, .verbose)
    #expect(text.contains("    evidence  /sys/devices/system/cpu/online: 0-15\n"))
    #expect(text.contains("    time      830 us\n"))
    #expect(
      text.contains(
        """
        pass     volume:/var/lib/data:capacity
            wanted    at least 10 GB
            found     67.9 GB
            margin    +57.9GB (+579.0 %)
            evidence  statvfs /var/lib/data: f_bavail 16577148, f_frsize 4096
            place     app.yaml:20:9
            time      12 us

        """))
  }

  @Test("quiet tells of what made the status what it is, and of nothing else")
  func quiet() {
    let text = SamplePreflight.unfit.text(.plain, .quiet)
    #expect(text.hasPrefix("FAIL     cpu.min\n"))
    for word in ["UNKNOWN", "warn", "pass ", "skipped", "preflight"] { #expect(!text.contains(word)) }
    #expect(SamplePreflight.fit.text(.plain, .quiet) == "")
  }

  @Test(
    "where nothing failed, quiet tells of what --fail-on counts, or of what could not be told",
    arguments: [
      (Core.ExitStatus.done, []), (.undetermined, ["UNKNOWN"]), (.failed, ["UNKNOWN", "warn"]),
    ])
  func quietWithoutFailures(status: Core.ExitStatus, words: [String]) {
    let report = SamplePreflight.report([SamplePreflight.ram, SamplePreflight.os, SamplePreflight.rate], status)
    let lines = report.text(.plain, .quiet).split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(lines.map { String($0.prefix { $0 != " " }) } == words)
  }

  @Test("what was fixed is told, and what could not be")
  func fixes() {
    #expect(
      SamplePreflight.fixed.text(.plain, .normal) == """
        preflight of app.yaml, profile db, on node-1

        pass     os  debian 12

        fixed  /var/lib/data: create the directory
        NOT FIXED  /var/lib/data: set the mode to 0755: read-only file system

        preflight: FAILED after 12 ms: 1 passed, 1 not fixed

        """)
    #expect(
      SamplePreflight.fixed.text(.plain, .quiet)
        == "NOT FIXED  /var/lib/data: set the mode to 0755: read-only file system\n")
  }

  @Test("a document without profiles, a node without a name and a manifest without rules are told as such")
  func bare() {
    #expect(
      SamplePreflight.report([], .done, profile: nil, hostName: nil).text(.plain, .normal)
        == "preflight of app.yaml\n\npreflight: passed after 12 ms: nothing to check\n")
    #expect(
      SamplePreflight.report([SamplePreflight.rate], .undetermined).text(.plain, .normal)
        .hasSuffix("\npreflight: undetermined after 12 ms: 1 unknown\n"))
  }

  @Test("colours mark words and nothing else: without them the text is the plain one")
  func color() {
    let colored = SamplePreflight.unfit.text(.colored, .normal)
    #expect(colored.contains("\u{1B}[1;31mFAIL\u{1B}[0m     cpu.min\n"))
    let plain = colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? $1 : $1.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(plain == SamplePreflight.unfit.text(.plain, .normal))
  }

  @Test("no line is wider than 90 columns, however long the words around it", arguments: [1, 7, 60])
  func width(length: Int) {
    let words = Array(repeating: String(repeating: "x", count: length), count: 100).joined(separator: " ")
    let checks = Verdict.Outcome.allCases.map { SamplePreflight.check("port:tcp/80", $0, found: words) }
    for verbosity in [CommonOptions.Verbosity.normal, .verbose] {
      let lines = SamplePreflight.report(checks, .failed).text(.plain, verbosity).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 90 })
    }
  }

  @Test("what a script printed is shown only where it did not pass, and of it the last ten lines")
  func output() {
    let printed = (1...30).map { "line \($0)\n" }.joined()
    for outcome in Verdict.Outcome.allCases {
      let check = Verdict(
        id: CheckID("script:a"), outcome: outcome, wanted: "", found: "", origin: SamplePreflight.place(1),
        output: Array(printed.utf8))
      let text = SamplePreflight.report([check], .done).text(.plain, .verbose)
      let isShown = outcome != .pass && outcome != .skipped
      #expect(text.contains("    | line 21\n") == isShown)
      #expect(text.contains("    | line 30\n") == isShown)
      #expect(!text.contains("| line 20\n"))
    }
  }

  @Test("an endless line is cut, and controls of a terminal are made visible")
  func hostile() {
    let check = Verdict(
      id: CheckID("script:\u{1B}[2J"), outcome: .fail, wanted: "a\nb", found: "\u{202E}c",
      origin: SamplePreflight.place(1),
      output: Array(repeating: UInt8(ascii: "x"), count: 60_000) + [0xFF, 0x1B])
    let text = SamplePreflight.report([check], .failed).text(.plain, .normal)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
    #expect(text.utf8.count < 1500)
  }
}
