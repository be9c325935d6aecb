extension BootstrapReport {
  /// The report for programs; its shape is `schemas/bootstrap-report.schema.json`. Every key is always there.
  package var json: JSON {
    [
      "version": 1,
      "command": "bootstrap",
      "status": .integer(Int(status.rawValue)),
      "outcome": .string(ending.word),
      "reason": JSON(reason),
      "program": JSON(ending.program),
      "startedAt": .string(startedAt.description),
      "durationMicroseconds": .integer(microseconds),
      "hostName": JSON(hostName.map(Printable.escape)),
      "role": .string(role.text),
      "preflight": preflight?.json ?? .null,
      "parts": parts?.json ?? .null,
      "volumes": .array(volumes.map(\.json)),
      "errors": .array(errors.map { .string($0) }),
      "programVersion": .string(Version.text),
    ]
  }
}

extension BootstrapReport.Ending {
  fileprivate var word: String {
    switch self {
    case .starts: "started"
    case .stopped: "stopped"
    case .interrupted: "interrupted"
    case .noCommand: "no-command"
    }
  }

  fileprivate var program: String? {
    if case .starts(let path) = self { Printable.escape(path) } else { nil }
  }
}

extension VolumeResult {
  fileprivate var json: JSON {
    [
      "volume": .string(volume.description),
      "directory": JSON(directory.map(Printable.escape)),
      "outcome": .string(outcome.word),
      "message": JSON(message),
      "microseconds": JSON(microseconds),
      "end": JSON(run?.end.word),
      "exitStatus": JSON(run?.end.number),
      "output": .array(OutputTail.lines(run?.output ?? []).map { .string($0) }),
    ]
  }

  private var message: String? {
    switch outcome {
    case .ran, .noScript: note
    case .failed(let reason), .notRun(let reason): note.map { "\(reason); \($0)" } ?? reason
    }
  }
}
