internal import Core
internal import Host

/// Says in front of nodeup, beside the report, what becomes of it: in the unit's log, which is standard error, in the unit's
/// status, and on the console.
enum PreflightGuard {
  static func publish(_ gate: GateReport, _ options: PreflightOptions, root: borrowing Root) -> CommandOutput {
    let notice = Publication.Notice(line: "bringup: \(gate.line)", occasion: gate.status == .failed ? .any : .boot)
    var output = Publication.publish(
      gate.report, as: .preflight, options.format, options.common, root: root, notice: notice)
    output.standardOutput = []
    output.standardError += lines(gate.logLines)
    output.status = gate.status
    do throws(HostError) {
      try ServiceNotify.status(gate.line)
    } catch {
      output.standardError += lines(["bringup: \(error)"])
    }
    return output
  }

  /// A check that could not begin keeps nodeup from starting as well, and is told in the same places.
  static func telling(_ output: CommandOutput) -> CommandOutput {
    guard output.status == .unusable else { return output }
    var output = output
    let first = String(decoding: output.standardError.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let line = GateReport.line(for: first.hasPrefix("bringup: ") ? String(first.dropFirst(9)) : first)
    do throws(HostError) {
      try ServiceNotify.status(line)
      try Console.say("bringup: \(line)")
    } catch {
      output.standardError += lines(["bringup: \(error)"])
    }
    return output
  }

  private static func lines(_ lines: [String]) -> [UInt8] { Array(lines.map { "\($0)\n" }.joined().utf8) }
}
