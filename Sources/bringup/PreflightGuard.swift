internal import Core
internal import Host

/// Says in front of a unit, beside the report, what becomes of the unit: in its status, and on the console.
enum PreflightGuard {
  static func publish(_ gate: GateReport, _ options: PreflightOptions, root: borrowing Root) -> CommandOutput {
    let notice = Publication.Notice(line: "bringup: \(gate.line)", occasion: gate.exitStatus == .failed ? .any : .boot)
    var output = Publication.publish(gate, as: .preflight, options.format, options.common, root: root, notice: notice)
    // The journal has it already.
    if OwnService.unit != nil { output.standardOutput = [] }
    output.status = gate.exitStatus
    do throws(HostError) {
      try ServiceNotify.status(gate.line)
    } catch {
      output.standardError += Array("bringup: \(error)\n".utf8)
    }
    return output
  }

  /// A check that could not begin keeps the unit from starting as well, and is told in the same places.
  static func telling(_ output: CommandOutput) -> CommandOutput {
    guard output.status == .unusable else { return output }
    var output = output
    let first = String(decoding: output.standardError.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let line = GateReport.line(for: first.hasPrefix("bringup: ") ? String(first.dropFirst(9)) : first)
    do throws(HostError) {
      try ServiceNotify.status(line)
      try Console.say("bringup: \(line)")
    } catch {
      output.standardError += Array("bringup: \(error)\n".utf8)
    }
    return output
  }
}
