extension PlanReport {
  /// The plan for programs; its shape is `schemas/plan.schema.json`. Every key is always there.
  package var json: JSON {
    [
      "version": 1,
      "command": "plan",
      "status": .integer(Int(status.rawValue)),
      "root": .string(root),
      "instanceID": JSON(instanceID),
      "sources": .array(sources.map { .string($0) }),
      "steps": .array(steps.map(\.json)),
      "failures": .array(failures.map(\.json)),
      "warnings": .array(warnings.map { .string($0.description) }),
    ]
  }
}

extension ForecastStep {
  fileprivate var json: JSON {
    let file = step.fileDetails
    return [
      "kind": .string(step.kind.rawValue),
      "subject": .string(Printable.escape(step.subject)),
      "path": JSON(step.kind.isAboutPath ? Printable.escape(step.subject) : nil),
      "part": .string(part.description),
      "origin": .string(step.origin.description),
      "forecast": .string(forecast.word),
      "message": JSON(forecast.message),
      "mode": JSON(file?.mode),
      "owner": JSON(file?.owner),
      "group": JSON(file?.group),
      "sha256": JSON(file?.sha256),
      "size": JSON(file?.size),
      "diff": JSON(forecast.diff),
    ]
  }
}

extension PartFailure {
  var json: JSON {
    ["name": .string(name.description), "errors": .array(errors.map { .string($0.description) })]
  }
}
