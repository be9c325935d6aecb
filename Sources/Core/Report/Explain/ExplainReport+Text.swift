extension ExplainReport {
  /// The explanation for people: what goes wrong, the parts, whose the configuration is, then the boot in its order.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var failing = TextTable()
    for row in failureRows { failing.add(row) }
    if verbosity == .quiet { return failing.text(style) }
    let remarks = explanation.remarks.map { "\(style.mark("warning", .warning))  \($0)\n" }.joined()
    var parts = TextTable()
    for row in partRows { parts.add(row) }
    var config = TextTable()
    for row in configRows { config.add(row) }
    var boot = TextTable()
    for row in timeline { boot.add(row) }
    let tables = [failing.text(style) + remarks, parts.text(style), config.text(style), boot.text(style)]
    return tables.filter { !$0.isEmpty }.joined(separator: "\n")
      + "\nexplain: cloud-init \(explanation.version): \(outcome)\n"
  }

  /// `2 parts, 1 dropped; nothing was run or changed`
  private var outcome: String {
    if explanation.fatal != nil { return "nothing of the user-data is done" }
    let count = explanation.parts.count
    let dropped = explanation.parts.count { if case .dropped = $0.fate { true } else { false } }
    return "\(count) part\(count == 1 ? "" : "s")" + (dropped == 0 ? "" : ", \(dropped) dropped")
      + (explanation.depends ? "; not all of it can be told from the user-data" : "")
  }

  private var failureRows: [TextTable.Row] {
    var rows = unread.map(\.row)
    rows += explanation.failures.map { failure("source", $0, "This is left out of what follows.") }
    if let fatal = explanation.fatal {
      rows.append(
        failure("user-data", fatal, "cloud-init stops here: no part of the user-data is done, nodeup.sh neither."))
    }
    for part in explanation.parts {
      if case .dropped(.unreadable(let error)) = part.fate {
        rows.append(failure(part.name?.description ?? part.type, error, "cloud-init drops this part and goes on."))
      }
    }
    for (key, commands) in [("bootcmd", explanation.bootCommands), ("runcmd", explanation.runCommands)] {
      if case .fails(let error) = commands?.outcome {
        rows.append(failure(key, error, "None of its commands runs."))
      }
    }
    if let error = explanation.writeFilesError { rows.append(failure("write_files", error, "No file is written.")) }
    for entry in explanation.writeFiles {
      if let error = entry.fate.end {
        rows.append(failure("write_files", error, "No entry after this one is written."))
      }
    }
    if let problem = explanation.config.problem {
      rows.append(TextTable.Row(cells: ["FAIL", "configuration"], ink: .failure, below: [problem.sentence]))
    }
    return rows
  }

  private func failure(_ what: String, _ error: UserDataError, _ consequence: String) -> TextTable.Row {
    TextTable.Row(cells: ["FAIL", what], ink: .failure, below: [error.description, consequence])
  }

  private var partRows: [TextTable.Row] {
    guard !explanation.parts.isEmpty else { return [] }
    let heading = TextTable.Row(cells: ["#", "part", "type", "becomes", "origin"], ink: .heading)
    return [heading]
      + explanation.parts.enumerated().map { index, part in
        TextTable.Row(
          cells: [
            String(index + 1), part.name?.description ?? "", Printable.escape(part.type), part.fate.shown,
            part.origin.description,
          ], ink: .aside)
      }
  }

  private var configRows: [TextTable.Row] {
    var rows = explanation.config.keys.map { key in
      TextTable.Row(cells: ["key", Self.shown(key.key), "of " + names(key.parts)], ink: .aside)
    }
    rows += explanation.config.losses.map { loss in
      let what = loss.items.map { "\($0.lost) of \($0.count) items of " } ?? ""
      return TextTable.Row(
        cells: [
          "LOST", Self.shown(loss.key), "\(what)\(names([loss.part])): \(loss.manner.words) \(names(loss.winners))",
        ],
        ink: .warning)
    }
    return rows
  }

  private static func shown(_ key: YAMLNode) -> String {
    key.text.map { Printable.escape(String($0.prefix(60))) } ?? key.kind
  }

  private func names(_ parts: [Int]) -> String {
    let shown = parts.prefix(Limits.winnersPerLoss).map { explanation.parts[$0].name?.description ?? "part \($0 + 1)" }
    let more = parts.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension KeyHistory.Loss.Manner {
  fileprivate var words: String {
    switch self {
    case .replaced: "replaced by"
    case .ignored: "stays that of"
    case .deleted: "taken away by"
    }
  }
}

extension PartFate {
  /// As in a column; what is wrong with a configuration is told above.
  fileprivate var shown: String {
    switch self {
    case .dropped(.unreadable): "dropped"
    case .merged, .script, .boothook, .archive, .include, .dropped, .notSimulated, .notReached: sentence
    }
  }
}
