internal import Core
internal import Host

enum ExplainCommand {
  static func run(_ options: ExplainOptions) -> CommandOutput {
    do throws(HostError) {
      let reader = SourceReader(metadata: MetadataService(options.reading.metadataEndpoint))
      let list = try reader.read(options.reading.sources, for: try Root(options.common.root.text))
      // What else lies on a node is no matter of cloud-init's.
      let sources =
        options.reading.sources.isEmpty ? list.sources.filter { $0.name == list.userData } : list.sources
      if sources.isEmpty, list.failures.isEmpty {
        return .unusable("cloud-init was given no user-data here; name a source")
      }
      let explanation = Explanation(
        of: sources, options: DecodeOptions(instanceGroup: options.reading.instanceGroup),
        version: options.cloudInit)
      let report = ExplainReport(explanation, unread: list.failures)
      return CommandOutput(options.format, options.common, status: report.status, json: report.json) { style in
        report.text(style, options.common.verbosity)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }
}
