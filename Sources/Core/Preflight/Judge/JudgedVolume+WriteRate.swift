extension JudgedVolume {
  /// By the tries of the measurement. That nothing can be written on a read-only mount needs none.
  func writeRate(_ check: Check) -> Verdict {
    if let mount = readOnlyMount {
      return Verdict(
        check, .fail, found: "\(mount) is mounted read-only", evidence: [reading.fileSystem.evidence],
        remedy: Self.remount(mount))
    }
    guard let minimum = requirement.minTransferRate?.value, let rate = reading.writeRate else {
      return Verdict(check, .unknown, found: "not measured")
    }
    let again = "bringup preflight --only '\(check.id)'"
    return rate.judge(
      check, minimum: minimum,
      slow: """
        Put a faster disk at \(Printable.escape(path)) (a cloud volume with more throughput), or stop what else is \
        writing to it (iostat -x 1).
        """,
      noisy: "Run it again while nothing else uses the disk: \(again).",
      notMeasured: "Remove what stood in the way, then: \(again).")
  }
}
