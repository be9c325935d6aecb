extension ApplyReport {
  /// The report for programs; its shape is `schemas/apply-report.schema.json`. Every key is always there.
  package var json: JSON {
    [
      "version": 1,
      "command": .string(command.rawValue),
      "status": .integer(Int(status.rawValue)),
      "outcome": .string(outcome.rawValue),
      "startedAt": .string(startedAt.description),
      "durationMicroseconds": .integer(microseconds),
      "root": .string(root),
      "instanceID": JSON(instanceID),
      "sources": .array(sources.map { .string($0) }),
      "parts": .array(parts.map(\.json)),
      "steps": .array(steps.map(\.json)),
      "warnings": .array(warnings.map { .string($0) }),
      "programVersion": .string(programVersion),
    ]
  }
}

extension PartResult {
  var json: JSON {
    [
      "name": .string(name.description),
      "type": JSON(type),
      "origin": .string(origin.description),
      "outcome": .string(outcome.rawValue),
      "errors": .array(errors.map { .string($0) }),
      "warnings": .array(warnings.map { .string($0) }),
    ]
  }
}

extension StepResult {
  var json: JSON {
    let file = details.file
    return [
      "kind": .string(kind.rawValue),
      "subject": .string(Printable.escape(subject)),
      "path": JSON(kind.isAboutPath ? Printable.escape(subject) : nil),
      "part": JSON(part?.description),
      "origin": JSON(origin?.description),
      "outcome": .string(outcome.word),
      "stuck": .bool(outcome.isStuck),
      "message": JSON(message),
      "mode": JSON(file?.mode),
      "owner": JSON(file?.owner),
      "group": JSON(file?.group),
      "sha256": JSON(file?.sha256),
      "size": JSON(file?.size),
      "microseconds": JSON(microseconds),
      "end": JSON(details.command?.end.word),
      "exitStatus": JSON(details.command?.end.number),
      "output": JSON(details.command.map { String(decoding: $0.output, as: UTF8.self) }),
    ]
  }
}

extension StepKind {
  /// Whether the subject of such a step is a path.
  var isAboutPath: Bool {
    switch self {
    case .file, .append, .dropIn, .preflight, .remove, .state: true
    case .reload, .readBack, .bootCommands, .runCommands, .script, .boothook, .other: false
    }
  }
}

extension StepDetails {
  var file: FileDetails? {
    if case .file(let details) = self { details } else { nil }
  }

  var command: CommandDetails? {
    if case .command(let details) = self { details } else { nil }
  }
}

extension CommandDetails.End {
  /// In the words of the reports.
  var word: String {
    switch self {
    case .exited: "exited"
    case .signalled: "signalled"
    case .timedOut: "timed-out"
    case .interrupted: "interrupted"
    case .notStarted: "not-started"
    }
  }

  /// The exit status, or the number of the signal.
  var number: Int? {
    switch self {
    case .exited(let number), .signalled(let number), .interrupted(let number): Int(number)
    case .timedOut, .notStarted: nil
    }
  }
}
