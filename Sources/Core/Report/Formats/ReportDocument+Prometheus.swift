extension ReportDocument {
  /// Prometheus' text exposition format, version 0.0.4, for the textfile collector of node_exporter.
  ///
  /// The checks of a manifest have series of their own: `bringup_check_status{check="cpu.min",outcome="fail"} 1`, one for
  /// each outcome and one of them 1, so that no series goes stale when an outcome changes. Steps, which may be thousands,
  /// are only counted.
  var prometheus: String {
    let families = runFamilies + checkFamilies
    return families.filter { !$0.samples.isEmpty }.map(\.text).joined()
  }

  private var run: [MetricSample.Label] { [("command", name)] }

  private var runFamilies: [MetricFamily] {
    [
      MetricFamily(
        "bringup_run_info", "What the last run was about, in its labels.",
        [MetricSample(run + subjects.map { ($0.name, $0.value) } + [("version", programVersion)], "1")]),
      MetricFamily(
        "bringup_run_timestamp_seconds", "When the last run began, in seconds since 1970.",
        [MetricSample(run, String(startedAt.seconds))]),
      MetricFamily(
        "bringup_run_duration_seconds", "How long the last run took.", [MetricSample(run, Seconds.text(microseconds))]),
      MetricFamily(
        "bringup_run_status", "The exit status of the last run: 0 is good, 1 failed, 3 could not be determined.",
        [MetricSample(run, String(status.rawValue))]),
      MetricFamily(
        "bringup_run_results", "How many checks or steps of the last run came to each outcome.",
        Verdict.Outcome.allCases.map { MetricSample(run + [("outcome", $0.rawValue)], String(count($0))) }),
    ]
  }

  private var checkFamilies: [MetricFamily] {
    let checks = CheckedItem.worst(of: items)
    let margins = Margin.Unit.allCases.map { unit in
      MetricFamily(
        "bringup_check_margin_\(unit.metricName)", "How far the value is from its bound; negative is the wrong side.",
        checks.compactMap { check in
          check.margin.flatMap { $0.unit == unit ? MetricSample(check.label, $0.distance.description) : nil }
        })
    }
    return [
      MetricFamily(
        "bringup_check_status", "1 for the outcome that the check came to, 0 for the others.",
        checks.flatMap { check in
          Verdict.Outcome.allCases.map {
            MetricSample(check.label + [("outcome", $0.rawValue)], check.item.outcome == $0 ? "1" : "0")
          }
        }),
      MetricFamily(
        "bringup_check_margin_ratio", "The margin in parts of the bound; negative is the wrong side.",
        checks.compactMap { check in check.margin?.ratio.map { MetricSample(check.label, $0.description) } }),
    ] + margins + [
      MetricFamily(
        "bringup_check_duration_seconds", "How long the check took.",
        checks.compactMap { check in check.item.microseconds.map { MetricSample(check.label, Seconds.text($0)) } })
    ]
  }
}

/// A check that has series of its own.
private struct CheckedItem {
  let item: ReportItem
  let margin: Margin?

  var label: [MetricSample.Label] { [("check", item.id)] }

  /// No two series may have the same labels: of several checks with one id it is the worst.
  static func worst(of items: [ReportItem]) -> [CheckedItem] {
    var checks: [CheckedItem] = []
    var places: [[UInt8]: Int] = [:]
    for item in items {
      guard case .check(let margin) = item.kind else { continue }
      let check = CheckedItem(item: item, margin: margin)
      if let place = places[Array(item.id.utf8)] {
        if item.outcome > checks[place].item.outcome { checks[place] = check }
      } else {
        places[Array(item.id.utf8)] = checks.count
        checks.append(check)
      }
    }
    return checks
  }
}

extension Margin.Unit {
  fileprivate var metricName: String {
    switch self {
    case .cpus: "cpus"
    case .bytes: "bytes"
    case .bytesPerSecond: "bytes_per_second"
    }
  }
}
