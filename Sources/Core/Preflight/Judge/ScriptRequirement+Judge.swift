extension ScriptRequirement {
  var check: Check { Check(id: CheckID("script:\(name)"), wanted: "ends with status 0", origin: origin) }

  /// By how the script ended; its output stands in the verdict where it did not pass. `run` is unreadable where there was
  /// no script to run.
  package func judge(_ run: Reading<CommandDetails>) -> [Verdict] {
    switch run {
    case .unreadable(let evidence):
      [
        Verdict(
          check, .unknown, found: Wording.notKnown(evidence), evidence: [evidence], remedy: textRemedy)
      ]
    case .known(let command, let evidence): [judge(command, evidence)]
    }
  }

  /// What stands for the run of a script that cannot be run, for it is elsewhere; nil where there is a text.
  package var missingText: Reading<CommandDetails>? {
    guard case .url(let url) = text else { return nil }
    return .unreadable(
      Evidence(source: ShownAddress.of(url), text: "not fetched: it is put into the manifest when that is bundled"))
  }

  private var textRemedy: String {
    switch text {
    case .url: "Put it into the manifest: bringup bundle MANIFEST -o FILE, then check with FILE."
    case .file(let path):
      "See that \(Printable.escape(path)) is there and readable, or bundle the manifest where it is: bringup bundle."
    case .inline: "See that the directory for temporary files can be written to."
    }
  }

  private func judge(_ command: CommandDetails, _ evidence: Evidence) -> Verdict {
    func verdict(_ outcome: Verdict.Outcome, _ found: String, _ remedy: String) -> Verdict {
      Verdict(
        check, outcome, found: found + Self.lastLine(of: command.output), evidence: [evidence], remedy: remedy,
        output: command.output)
    }
    let seeOutput = "The script says what is wrong, in its output or its text."
    switch command.end {
    case .exited(0): return Verdict(check, .pass, found: "ended with status 0", evidence: [evidence])
    case .exited(127):
      return verdict(.fail, "ended with status 127", "A command that the script calls is not there: install it.")
    case .exited(let status): return verdict(.fail, "ended with status \(status)", seeOutput)
    case .signalled(let signal): return verdict(.fail, "killed by signal \(signal)", seeOutput)
    case .timedOut:
      return verdict(.fail, "not done within its time limit", "See what it waits for, or raise --timeout.")
    case .interrupted(let signal):
      return verdict(.unknown, "interrupted by signal \(signal)", "Run it again.")
    case .notStarted(let reason):
      return verdict(
        .fail, "not started: \(Printable.escape(reason))",
        "See that the interpreter of its first line (bash without one) is installed.")
    }
  }

  /// `; last line: "no route to host"`; empty where nothing was printed.
  private static func lastLine(of output: [UInt8]) -> String {
    let lines = output.split { ASCII.isLineEnd($0) }
    guard let line = lines.last(where: { !$0.allSatisfy(ASCII.isSpace) }) else { return "" }
    return "; last line: \(Printable.quote(String(decoding: line, as: UTF8.self)))"
  }
}
