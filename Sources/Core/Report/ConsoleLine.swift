/// The one line that a boot's console log gets.
package enum ConsoleLine {
  /// At most so many bytes, so that no console breaks the line.
  static let limit = 200

  /// `bringup: apply: 3 changed, 1 failed: 10-gpu.yaml:14:7: mode "0888" is not octal`
  package static func text(_ report: some Report) -> String {
    let failure = report.firstFailure.map { ": \($0)" } ?? ""
    return CutText.line("bringup: \(report.name): \(report.counts)\(failure)", bytes: limit)
  }
}
