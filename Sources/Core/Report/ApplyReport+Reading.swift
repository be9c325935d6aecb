extension ApplyReport {
  /// Reads back what ``json`` wrote: `/run/bringup/report.json`, for `bringup report`.
  ///
  /// Names and places come back as the text they were shown as, so that every rendering of the report is what it was.
  /// Nil where the value has another shape, which a report of a later version may.
  package init?(_ json: JSON) {
    guard json["version"] == 1, let command = json["command"]?.string.flatMap(Command.init(rawValue:)),
      let status = json["status"]?.integer.flatMap({ ExitStatus(rawValue: Int32(clamping: $0)) }),
      let startedAt = json["startedAt"]?.string.flatMap({ Timestamp($0) }),
      let microseconds = json["durationMicroseconds"]?.integer, let root = json["root"]?.string,
      let sources = json["sources"]?.strings, let warnings = json["warnings"]?.strings,
      let parts = json["parts"]?.array?.map(PartResult.init), let steps = json["steps"]?.array?.map(StepResult.init),
      let programVersion = json["programVersion"]?.string
    else { return nil }
    let goodParts = parts.compactMap { $0 }
    let goodSteps = steps.compactMap { $0 }
    guard goodParts.count == parts.count, goodSteps.count == steps.count else { return nil }
    self.init(
      command: command, status: status, startedAt: startedAt, microseconds: microseconds, root: root,
      instanceID: json["instanceID"]?.string, sources: sources, parts: goodParts, steps: goodSteps, warnings: warnings,
      programVersion: programVersion)
  }
}

extension PartResult {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.string, let origin = json["origin"]?.string,
      let outcome = json["outcome"]?.string.flatMap(Outcome.init(rawValue:)), let errors = json["errors"]?.strings,
      let warnings = json["warnings"]?.strings
    else { return nil }
    self.init(
      name: PartName(name), type: json["type"]?.string, origin: Origin(source: origin), outcome: outcome,
      errors: errors, warnings: warnings)
  }
}

extension StepResult {
  fileprivate init?(_ json: JSON) {
    let message = json["message"]?.string
    guard let kind = json["kind"]?.string.flatMap(StepKind.init(rawValue:)), let subject = json["subject"]?.string,
      let outcome = json["outcome"]?.string.flatMap({
        Outcome(word: $0, message: message, isStuck: json["stuck"] == true)
      })
    else { return nil }
    let isPlain = outcome.word == "changed" || outcome.word == "unchanged"
    self.init(
      kind: kind, subject: subject, part: json["part"]?.string.map { PartName($0) },
      origin: json["origin"]?.string.map { Origin(source: $0) }, outcome: outcome, note: isPlain ? message : nil,
      details: StepDetails(json), microseconds: json["microseconds"]?.integer)
  }
}

extension StepResult.Outcome {
  fileprivate init?(word: String, message: String?, isStuck: Bool) {
    switch word {
    case "changed": self = .changed
    case "unchanged": self = .unchanged
    case "failed": self = isStuck ? .stuck(message ?? "") : .failed(message ?? "")
    case "left": self = .left(message ?? "")
    case "not-run": self = .notRun(message ?? "")
    case _: return nil
    }
  }
}

extension StepDetails {
  fileprivate init(_ json: JSON) {
    if let sha256 = json["sha256"]?.string, let size = json["size"]?.integer {
      self = .file(
        FileDetails(
          mode: json["mode"]?.string, owner: json["owner"]?.string, group: json["group"]?.string, sha256: sha256,
          size: size))
    } else if let end = CommandDetails.End(json) {
      self = .command(CommandDetails(end: end, output: Array((json["output"]?.string ?? "").utf8)))
    } else {
      self = .none
    }
  }
}

extension CommandDetails.End {
  fileprivate init?(_ json: JSON) {
    let number = Int32(clamping: json["exitStatus"]?.integer ?? 0)
    switch json["end"]?.string {
    case "exited": self = .exited(number)
    case "signalled": self = .signalled(number)
    case "timed-out": self = .timedOut
    case "interrupted": self = .interrupted(number)
    case "not-started": self = .notStarted(json["message"]?.string ?? "")
    case _: return nil
    }
  }
}

extension JSON {
  /// The items of an array of strings; nil where it is something else.
  fileprivate var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }
}
