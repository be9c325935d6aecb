import Testing

@testable import Core

struct TAPTests {
  @Test("each outcome is a test point of its own kind")
  func sample() {
    let checks = [
      SamplePreflight.os, SamplePreflight.ram, SamplePreflight.rate, SamplePreflight.skipped, SamplePreflight.script,
    ]
    #expect(
      SamplePreflight.report(checks, .failed).document.tap == ##"""
        TAP version 13
        1..5
        ok 1 - os
        ok 2 - ram.min
          ---
          severity: "warn"
          message: "7.9 GB; wanted at least 8 GB"
          wanted: "at least 8 GB"
          found: "7.9 GB"
          margin: "-72MB (-0.9 %)"
          evidence: "/proc/meminfo: MemTotal: 7928504 kB"
          place: "app.yaml:14:9"
          ...
        not ok 3 - network.rate # TODO no peer was named; wanted at least 50 MB/s
          ---
          severity: "unknown"
          message: "no peer was named; wanted at least 50 MB/s"
          wanted: "at least 50 MB/s"
          found: "no peer was named"
          place: "app.yaml:30:9"
          remedy: "Run \"bringup peer\" on another node, then this with --peer HOST."
          ...
        ok 4 - instance-type # SKIP left out by --skip
        not ok 5 - script:disk "a" & <b> \#1\\n
          ---
          severity: "fail"
          message: "exit status 3; wanted exit status 0"
          wanted: "exit status 0"
          found: "exit status 3"
          evidence: "bash: exited with status 3"
          place: "app.yaml:40:9"
          remedy: "See what it printed."
          time: "1.2 s"
          output: "checking\n\\u{1b}[31mno disk"
          ...

        """##)
  }

  @Test("a report of nothing is a skipped plan")
  func empty() {
    #expect(SamplePreflight.empty.document.tap == "TAP version 13\n1..0 # SKIP nothing to report\n")
  }

  @Test("Perl's harness finds as many points as there are items, and the same outcomes", arguments: 0..<7)
  func harness(index: Int) throws {
    let program = """
      use TAP::Parser; local $/; my $parser = TAP::Parser->new({ tap => scalar <STDIN> });
      while (my $line = $parser->next) { die $line->raw if $line->is_unknown; $line->data if $line->is_yaml }
      die $parser->parse_errors if $parser->parse_errors;
      printf "%d run, %d failed, %d todo, %d skipped\\n", map { scalar @$_ }
        [1 .. $parser->tests_run], [$parser->failed], [$parser->todo], [$parser->skipped];
      """
    let document = ReportFormatTests.reports[index].document
    let outcome = try Program.run("/usr/bin/perl", "-e", program, input: Array(document.tap.utf8))
    let effects = document.items.map(document.effect)
    func count(_ effect: ReportDocument.Effect) -> Int { effects.count { $0 == effect } }
    #expect(
      outcome.output
        == "\(effects.count) run, \(count(.fails)) failed, \(count(.undetermined)) todo, \(count(.skipped)) skipped\n")
  }

  @Test("the block below a point is YAML, each value one text", arguments: 0..<7)
  func yaml(index: Int) throws {
    let program = """
      import re, sys, yaml
      blocks = re.findall(r"^  ---\\n((?:  .*\\n)*?)  \\.\\.\\.$", sys.stdin.read(), re.M)
      for block in blocks:
          assert all(type(value) is str for value in yaml.safe_load(block).values())
      print(len(blocks))
      """
    let document = ReportFormatTests.reports[index].document
    let outcome = try Program.run("/usr/bin/python3", "-c", program, input: Array(document.tap.utf8))
    let expected = document.items.count {
      $0.outcome == .warn || ![.passes, .skipped].contains(document.effect(of: $0))
    }
    #expect(outcome.output == "\(expected)\n")
  }
}
