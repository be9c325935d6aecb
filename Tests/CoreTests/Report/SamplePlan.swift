import Core

/// A plan with every forecast in it, and a list of parts.
enum SamplePlan {
  static func write(_ path: String, mode: ModeRequest = .set(FileMode(0o644))) throws -> Step {
    Step(
      origin: SampleReport.document,
      action: .write(
        FileWrite(
          path: try AbsolutePath(path), content: Array("secret".utf8), mode: mode,
          owner: OwnerRequest(user: .id(0), group: .name("app")), extent: .whole)))
  }

  private static func step(_ action: Step.Action) -> Step {
    Step(origin: SampleReport.document, action: action)
  }

  static var report: PlanReport {
    get throws {
      let part = PartName("10-gpu.yaml")
      let diff = UnifiedDiff.text(
        from: Array("a\n\tb\u{1B}[2J\n".utf8), to: Array("a\nc\n".utf8), path: try AbsolutePath("/etc/app.conf"))
      return PlanReport(
        root: "/", instanceID: nil, sources: ["-"],
        steps: [
          ForecastStep(part: part, step: try write("/etc/new"), forecast: .create),
          ForecastStep(
            part: part, step: try write("/etc/app.conf", mode: .keep), forecast: .change("content differs", diff: diff)),
          ForecastStep(part: part, step: try write("/etc/same"), forecast: .unchanged),
          ForecastStep(part: part, step: try write("/etc/dir"), forecast: .fail("/etc/dir is a directory")),
          ForecastStep(
            part: part, step: step(.leave(kind: .runCommands, subject: "10-gpu.yaml", reason: .cloudInit)),
            forecast: .leave(LeaveReason.cloudInit.sentence)),
          ForecastStep(
            part: part, step: step(.run(Command(kind: .script, name: "a.sh", content: []))), forecast: .run),
          ForecastStep(
            part: PartName("old.yaml"),
            step: step(
              .remove(
                Removal(path: try AbsolutePath("/etc/systemd/system/a.service.d/50-bringup.conf"), part: "old.yaml"))),
            forecast: .remove),
        ],
        failures: [failure], warnings: [Finding(origin: SampleReport.script, message: "odd")])
    }
  }

  static let failure = PartFailure(
    name: PartName("30-bad.yaml"),
    errors: [UserDataError(SampleReport.script, .document(.notAMapping(found: "a list")))])

  static var parts: PartsReport {
    let parts = [
      Part(
        name: PartName("10-gpu.yaml"), type: .cloudConfig, content: Array("#cloud-config\n".utf8),
        placement: .whole("a.yaml")),
      Part(
        name: PartName(fileName: [0x62, 0xFF]), type: .shellScript, content: Array("#!/bin/sh\n".utf8),
        placement: Placement(source: "user-data.txt", part: "b", alignment: .detached),
        warnings: [Finding(origin: SampleReport.script, message: "odd")]),
    ]
    return PartsReport(PartList(parts: parts, failures: [failure]))
  }
}
