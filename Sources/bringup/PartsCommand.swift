internal import Core
internal import Host

enum PartsCommand {
  static func run(_ options: PartsOptions) -> CommandOutput {
    do throws(HostError) {
      let input = try Input.read(options.reading, for: try Root(options.common.root.text))
      let report = PartsReport(input.parts)
      return CommandOutput(options.format, options.common, status: report.status, json: report.json) { style in
        report.text(style, options.common.verbosity)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }
}
