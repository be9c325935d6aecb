internal import Core
internal import Host

enum PartsCommand {
  static func run(_ options: PartsOptions) -> CommandOutput {
    do throws(HostError) {
      let input = try Input.read(options.reading, for: try Root(options.common.root.text))
      let report = PartsReport(input.parts)
      return CommandOutput(options.common, status: report.status, json: report.json) { style in
        report.text(style, options.common.verbosity)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }
}

extension CommandOutput {
  /// A report in the format that was asked for.
  init(_ options: CommonOptions, status: ExitStatus, json: @autoclosure () -> JSON, text: (TextStyle) -> String) {
    switch options.format {
    case .json: self.init(standardOutput: json().bytes(.pretty), status: status)
    case .text: self.init(standardOutput: Array(text(options.color.style).utf8), status: status)
    }
  }
}
