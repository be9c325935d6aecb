import Testing

@testable import Core

struct PrometheusTests {
  @Test("a check has a series for each outcome, its margin and its time")
  func check() {
    let text = SamplePreflight.report([SamplePreflight.cpu], .failed).document.prometheus
    #expect(
      text == """
        # HELP bringup_run_info What the last run was about, in its labels.
        # TYPE bringup_run_info gauge
        bringup_run_info{command="preflight",manifest="app.yaml",profile="db",version="\(Version.text)"} 1
        # HELP bringup_run_timestamp_seconds When the last run began, in seconds since 1970.
        # TYPE bringup_run_timestamp_seconds gauge
        bringup_run_timestamp_seconds{command="preflight"} 1772323200
        # HELP bringup_run_duration_seconds How long the last run took.
        # TYPE bringup_run_duration_seconds gauge
        bringup_run_duration_seconds{command="preflight"} 0.012345
        # HELP bringup_run_status The exit status of the last run: 0 is good, 1 failed, 3 could not be determined.
        # TYPE bringup_run_status gauge
        bringup_run_status{command="preflight"} 1
        # HELP bringup_run_results How many checks or steps of the last run came to each outcome.
        # TYPE bringup_run_results gauge
        bringup_run_results{command="preflight",outcome="pass"} 0
        bringup_run_results{command="preflight",outcome="warn"} 0
        bringup_run_results{command="preflight",outcome="fail"} 1
        bringup_run_results{command="preflight",outcome="unknown"} 0
        bringup_run_results{command="preflight",outcome="skipped"} 0
        # HELP bringup_check_status 1 for the outcome that the check came to, 0 for the others.
        # TYPE bringup_check_status gauge
        bringup_check_status{check="cpu.min",outcome="pass"} 0
        bringup_check_status{check="cpu.min",outcome="warn"} 0
        bringup_check_status{check="cpu.min",outcome="fail"} 1
        bringup_check_status{check="cpu.min",outcome="unknown"} 0
        bringup_check_status{check="cpu.min",outcome="skipped"} 0
        # HELP bringup_check_margin_ratio The margin in parts of the bound; negative is the wrong side.
        # TYPE bringup_check_margin_ratio gauge
        bringup_check_margin_ratio{check="cpu.min"} -0.5
        # HELP bringup_check_margin_cpus How far the value is from its bound; negative is the wrong side.
        # TYPE bringup_check_margin_cpus gauge
        bringup_check_margin_cpus{check="cpu.min"} -4.0
        # HELP bringup_check_duration_seconds How long the check took.
        # TYPE bringup_check_duration_seconds gauge
        bringup_check_duration_seconds{check="cpu.min"} 0.000830

        """)
  }

  @Test("no two series have the same labels: of checks with one id the worst counts")
  func duplicates() {
    let outcomes: [Verdict.Outcome] = [.pass, .unknown, .fail, .warn, .skipped]
    let text = SamplePreflight.report(outcomes.map { SamplePreflight.check("a", $0) }, .failed).document.prometheus
    let series = text.split(separator: "\n").filter { $0.hasPrefix("bringup_check_status") }
    #expect(series.count == 5)
    #expect(series.contains(#"bringup_check_status{check="a",outcome="fail"} 1"#))
  }

  @Test("quotes and backslashes of a label are escaped")
  func escapes() {
    let text = SamplePreflight.report([SamplePreflight.check("script:\"a\\b\"", .pass)], .done).document.prometheus
    #expect(text.contains(#"{check="script:\"a\\b\"",outcome="pass"} 1"#))
  }

  @Test("the steps of an apply, which may be thousands, are only counted")
  func steps() {
    let text = SampleReport.everything.document.prometheus
    #expect(text.contains(#"bringup_run_results{command="apply",outcome="fail"} 3"#))
    #expect(text.contains(#"bringup_run_info{command="apply",root="/",instance_id="i-0abc",sources="ig.yaml -","#))
    #expect(!text.contains("bringup_check"))
    #expect(!text.contains("/etc/app.conf"))
  }
}
