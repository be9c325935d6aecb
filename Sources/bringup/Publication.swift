internal import Core
internal import Host

/// Puts a report where it is looked for: its file, the journal, the console of a booting node, standard output.
enum Publication {
  /// A line for the console, and when it is said there.
  struct Notice {
    enum Occasion {
      case boot
      case any
    }

    let line: String
    let occasion: Occasion
  }

  /// What cannot be put somewhere is told on standard error and changes nothing else: the work is done.
  ///
  /// `kept` is what the file holds, where it is to be another than the report; `notice` is the line for the console, where it
  /// is to be another than the report's own of a booting node.
  static func publish<Kind: Report>(
    _ report: Kind, as kind: ReportKind, _ format: ReportFormat, _ options: CommonOptions, root: borrowing Root,
    keeping kept: Kind? = nil, notice: Notice? = nil
  ) -> CommandOutput {
    var complaints: [HostError] = []
    attempt(&complaints) { () throws(HostError) in
      try ReportFile.write((kept ?? report).json.bytes(.pretty), as: kind, in: root)
    }
    if root.kind == .node {
      attempt(&complaints) { () throws(HostError) in try Journal.send(report.journalEntries) }
      attempt(&complaints) { () throws(HostError) in
        let notice = notice ?? Notice(line: ConsoleLine.text(report), occasion: .boot)
        if notice.occasion == .boot, try !isBooting() { return }
        try Console.say(notice.line)
      }
    }
    var output = CommandOutput(format, options, report)
    output.standardError = Array(complaints.map { "bringup: \($0)\n" }.joined().utf8)
    return output
  }

  private static func attempt(_ complaints: inout [HostError], _ body: () throws(HostError) -> Void) {
    do throws(HostError) {
      try body()
    } catch {
      complaints.append(error)
    }
  }

  /// Somebody at a terminal sees the report itself.
  private static func isBooting() throws(HostError) -> Bool {
    if StandardStreams.outputIsTerminal { return false }
    switch try ServiceManager.connect() {
    case .none: return false
    case .manager(let manager): return try manager.isBooting()
    }
  }
}
