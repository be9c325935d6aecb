/// The one line that a boot's console log gets.
package enum ConsoleLine {
  /// At most so many bytes, so that no console breaks the line.
  static let limit = 200

  /// `bringup: apply: 3 changed, 1 failed: 10-gpu.yaml:14:7: mode "0888" is not octal`
  package static func text(_ report: ApplyReport) -> String {
    let failure = report.firstFailure.map { ": \($0)" } ?? ""
    return cut("bringup: \(report.command.rawValue): \(report.counts)\(failure)")
  }

  /// Cuts before the first scalar that would pass the limit.
  static func cut(_ line: String) -> String {
    guard line.utf8.count > limit else { return line }
    let mark = "..."
    var result = ""
    var size = mark.utf8.count
    for scalar in line.unicodeScalars {
      size += UTF8.width(scalar)
      if size > limit { break }
      result.unicodeScalars.append(scalar)
    }
    return result + mark
  }
}
