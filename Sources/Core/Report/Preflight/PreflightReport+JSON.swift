extension PreflightReport {
  /// The report for programs; its shape is `schemas/preflight-report.schema.json`. Every key is always there.
  package var json: JSON {
    [
      "version": 1,
      "command": .string(name),
      "status": .integer(Int(status.rawValue)),
      "outcome": .string(outcome.rawValue),
      "startedAt": .string(startedAt.description),
      "durationMicroseconds": .integer(microseconds),
      "hostName": JSON(hostName.map(Printable.escape)),
      "manifest": .string(Printable.escape(source)),
      "profile": JSON(profile.map(Printable.escape)),
      "checks": .array(verdicts.map(\.json)),
      "fixes": .array(fixes.map(\.json)),
      "programVersion": .string(programVersion),
    ]
  }
}

extension Verdict {
  fileprivate var json: JSON {
    [
      "id": .string(id.description),
      "outcome": .string(outcome.rawValue),
      "wanted": .string(Printable.escape(wanted)),
      "found": .string(Printable.escape(found)),
      "margin": margin?.json ?? .null,
      "evidence": .array(evidence.map(\.json)),
      "remedy": JSON(remedy.map(Printable.escape)),
      "origin": .string(origin.description),
      "output": .string(String(decoding: output, as: UTF8.self)),
      "microseconds": JSON(microseconds),
    ]
  }
}

extension Margin {
  fileprivate var json: JSON {
    [
      "distance": .number(distance),
      "unit": .string(unit.rawValue),
      "ratio": ratio.map { .number($0) } ?? .null,
    ]
  }
}

extension Evidence {
  fileprivate var json: JSON {
    ["source": .string(Printable.escape(source)), "text": .string(Printable.escape(text))]
  }
}

extension Fix {
  fileprivate var json: JSON {
    let (word, message): (String, String?) =
      switch outcome {
      case .done: ("done", nil)
      case .failed(let reason): ("failed", Printable.escape(reason))
      }
    return [
      "path": .string(path.description),
      "change": .string(Printable.escape(change)),
      "origin": .string(origin.description),
      "outcome": .string(word),
      "message": JSON(message),
    ]
  }
}
