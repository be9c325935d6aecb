extension ExplainReport {
  /// The boot in its order, a row for each thing that is done: when, in which unit, what.
  var timeline: [TextTable.Row] {
    let network = explanation.version.networkUnit
    let boothooks = explanation.boothooks.map { index in
      let part = explanation.parts[index]
      return row(
        .everyBoot, network, "boothook", part.name?.description ?? "",
        ProgramStart(of: part.boothookScript).problem ?? "", part.origin)
    }
    let early = fileRows(.now, network)
    let late = fileRows(.deferred, "cloud-final.service")
    return boothooks + commandRows("bootcmd", explanation.bootCommands, .everyBoot, network) + early
      + commandRows("runcmd", explanation.runCommands, .firstBoot, "cloud-config.service") + late + scriptRows
  }

  private func row(
    _ recurrence: Recurrence, _ unit: String, _ kind: String, _ subject: String, _ remark: String, _ origin: Origin?,
    below: [String] = []
  ) -> TextTable.Row {
    TextTable.Row(
      cells: [recurrence.words, unit, kind, subject, remark, origin?.description ?? ""],
      ink: recurrence == .everyBoot ? .change : .aside, below: below)
  }

  private func commandRows(
    _ key: String, _ commands: ExplainedCommands?, _ recurrence: Recurrence, _ unit: String
  ) -> [TextTable.Row] {
    guard let commands else { return [] }
    switch commands.outcome {
    case .script(let script):
      let remark = key == "runcmd" ? "writes the script that runs last" : ""
      return [row(recurrence, unit, key, "", remark, commands.origin, below: Self.lines(of: script))]
    case .fails: return [row(recurrence, unit, key, "", "fails", commands.origin)]
    case .notWorkedOut(let error): return [row(recurrence, unit, key, "", error.problem.sentence, commands.origin)]
    }
  }

  private func fileRows(_ timing: FileEntry.Timing, _ unit: String) -> [TextTable.Row] {
    let states = Dictionary(explanation.files.map { ($0.path, $0) }) { first, _ in first }
    return explanation.writeFiles.filter { $0.timing == timing }.map { entry in
      let file = entry.fate.file
      let path = file.map { $0.path.description + ($0.isAppended ? " (appended)" : "") } ?? ""
      let remark =
        switch entry.fate {
        case .written(let file): Self.final(file, states[file.path])
        case .writtenLast(let file, _): "\(Self.final(file, states[file.path])); the list ends here"
        case .skipped: "skipped: it has no path"
        case .ends: "the list ends here, this entry is not written"
        case .notWorkedOut(let error): error.problem.sentence
        case .notReached: "not reached"
        }
      return row(.firstBoot, unit, "write_files", path, remark, entry.origin)
    }
  }

  /// Mode and owner as the list as a whole leaves them.
  private static func final(_ written: FileFate.File, _ state: WrittenFile?) -> String {
    guard let file = state else { return "" }
    let owner = [file.user, file.group].map { $0?.text ?? "" }
    let isKept = file.user == nil && file.group == nil
    return (file.mode?.description ?? "mode kept") + (isKept ? " owner kept" : " " + owner.joined(separator: ":"))
      + (written.sourceURI == nil ? "" : " (fetched)")
  }

  private var scriptRows: [TextTable.Row] {
    explanation.scripts.map { script in
      let origin: Origin? =
        switch script.writer {
        case .part(let index): explanation.parts[index].origin
        case .runCommands: explanation.runCommands?.origin
        case .file(let index): explanation.writeFiles[index].origin
        }
      return row(
        script.directory.recurrence, "cloud-final.service", "script", Printable.escape(script.name),
        script.problem ?? "", origin)
    }
  }

  /// At most ``Limits/explainedLines``, each safe to show.
  private static func lines(of script: [UInt8]) -> [String] {
    let lines = script.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    let shown = lines.prefix(Limits.explainedLines).map { Printable.escape(String(decoding: $0, as: UTF8.self)) }
    let more = lines.count - shown.count
    return shown + (more > 0 ? ["... \(more) more lines"] : [])
  }
}
