import Foundation
import Testing

@testable import Core

struct JUnitTests {
  @Test("a failure is a failure, what could not be told an error, a warning a line beside them")
  func sample() {
    let checks = [
      SamplePreflight.os, SamplePreflight.ram, SamplePreflight.rate, SamplePreflight.skipped, SamplePreflight.script,
    ]
    #expect(
      SamplePreflight.report(checks, .failed).document.junit == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="preflight" package="bringup" id="0" hostname="node-1" timestamp="2026-03-01T00:00:00" tests="5" failures="1" errors="1" skipped="1" time="0.012345">
            <properties>
              <property name="manifest" value="app.yaml"/>
              <property name="profile" value="db"/>
            </properties>
            <testcase name="os" classname="bringup.preflight" time="0.000041"/>
            <testcase name="ram.min" classname="bringup.preflight" time="0.000000"/>
            <testcase name="network.rate" classname="bringup.preflight" time="0.000000"><error type="unknown" message="no peer was named; wanted at least 50 MB/s">wanted: at least 50 MB/s
        found: no peer was named
        place: app.yaml:30:9
        remedy: Run &quot;bringup peer&quot; on another node, then this with --peer HOST.</error></testcase>
            <testcase name="instance-type" classname="bringup.preflight" time="0.000000"><skipped message="left out by --skip"/></testcase>
            <testcase name="script:disk &quot;a&quot; &amp; &lt;b&gt; #1\n" classname="bringup.preflight" time="1.200000"><failure type="fail" message="exit status 3; wanted exit status 0">wanted: exit status 0
        found: exit status 3
        evidence: bash: exited with status 3
        place: app.yaml:40:9
        remedy: See what it printed.
        time: 1.2 s
        | checking
        | \u{1b}[31mno disk</failure></testcase>
            <system-out>warning: ram.min: 7.9 GB; wanted at least 8 GB</system-out>
            <system-err></system-err>
          </testsuite>
        </testsuites>

        """#)
  }

  @Test("it is well-formed XML whose counts are those of its cases, whatever the text", arguments: 0..<7)
  func parsed(index: Int) throws {
    let program = """
      import sys, xml.etree.ElementTree as tree
      suite = tree.fromstring(sys.stdin.buffer.read()).find("testsuite")
      cases = suite.findall("testcase")
      for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
          assert int(suite.get(name)) == sum(case.find(kind) is not None for case in cases), name
      print(suite.get("tests"), len(cases))
      """
    let report = ReportFormatTests.reports[index]
    let outcome = try Program.run("/usr/bin/python3", "-c", program, input: Array(report.document.junit.utf8))
    let count = report.document.items.count
    #expect(outcome.output == "\(count) \(count)\n")
  }

  @Test(
    "seconds have six digits after the point",
    arguments: [(0, "0.000000"), (41, "0.000041"), (61_000_001, "61.000001"), (-5, "0.000000")])
  func seconds(microseconds: Int, text: String) {
    #expect(Seconds.text(microseconds) == text)
  }
}
