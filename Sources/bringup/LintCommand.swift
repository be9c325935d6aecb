internal import Core
internal import Host

enum LintCommand {
  static func run(_ options: LintOptions) -> CommandOutput {
    switch options.action {
    case .listRules: .done(LintManual.list(options.common.color.style))
    case .explain(let rule): .done(LintManual.page(of: rule).text)
    case .check, .fix, .showFix: lint(options)
    }
  }

  private static func lint(_ options: LintOptions) -> CommandOutput {
    do throws(HostError) {
      let reader = SourceReader(metadata: MetadataService(options.reading.metadataEndpoint))
      let list = try reader.read(options.reading.sources, for: try Root(options.common.root.text))
      switch options.action {
      case .check, .listRules, .explain: return output(report(list.sources, list.failures, options), options)
      case .fix: return try fix(list, options)
      case .showFix: return showFix(list, options)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func lintReader(_ options: LintOptions) -> LintReader {
    LintReader(assumptions: options.assumptions, instanceGroup: options.reading.instanceGroup)
  }

  private static func report(
    _ sources: [SourceBytes], _ failures: [PartFailure], _ options: LintOptions
  ) -> LintReport {
    var report = LintReport(failsOnWarning: options.failsOnWarning)
    var reader = lintReader(options)
    reader.readBatches(of: sources, failures: failures) { inputs in
      for start in stride(from: 0, to: inputs.count, by: batch) {
        let some = Array(inputs[start..<min(start + batch, inputs.count)])
        let parts = Parallel.map(some, atOnce: Parallel.processors) { input in
          var part = LintReport()
          part.add(input())
          return part
        }
        for part in parts { report.append(part) }
      }
    }
    return report
  }

  /// Groups whose findings are held before they are joined.
  private static let batch = 128

  private static func fix(_ list: SourceList, _ options: LintOptions) throws(HostError) -> CommandOutput {
    guard !options.reading.sources.isEmpty, options.reading.sources.allSatisfy(\.isPath) else { return .mendsFiles }
    let mending = LintMending(list.sources, reader: lintReader(options))
    var files = 0
    for (old, new) in zip(list.sources, mending.sources) where old.bytes != new.bytes {
      try OutputFile.mend(old.name, old.bytes, with: new.bytes)
      files += 1
    }
    var report = report(mending.sources, list.failures, options)
    report.fixed = (mending.count, files)
    return output(report, options)
  }

  /// The status is that of what would be left to do.
  private static func showFix(_ list: SourceList, _ options: LintOptions) -> CommandOutput {
    let mending = LintMending(list.sources, reader: lintReader(options))
    let diffs = zip(list.sources, mending.sources).map { old, new in
      UnifiedDiff.text(from: old.bytes, to: new.bytes, name: old.name)
    }
    return CommandOutput(
      standardOutput: Array(diffs.joined().utf8), status: report(mending.sources, list.failures, options).status)
  }

  private static func output(_ report: LintReport, _ options: LintOptions) -> CommandOutput {
    let text =
      switch options.format {
      case .text: Array(report.text(options.common.color.style, options.common.verbosity).utf8)
      case .json: report.json.bytes(.pretty)
      case .sarif: report.sarif.bytes(.pretty)
      case .compact: Array(report.compact.utf8)
      }
    return CommandOutput(standardOutput: text, status: report.status)
  }
}

extension SourceArgument {
  fileprivate var isPath: Bool {
    switch self {
    case .path: true
    case .standardInput, .metadataService: false
    }
  }
}

extension CommandOutput {
  fileprivate static let mendsFiles = CommandOutput.unusable(
    "--fix mends files: name them, or add --diff to see what it would change")
}
