/// `bringup explain`
package struct ExplainOptions: Sendable {
  package let common: CommonOptions
  package let format: ListingFormat
  package let reading: ReadingOptions
  /// The cloud-init whose behaviour is told.
  package let cloudInit: CloudInitVersion

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ListingFormat.option) ?? .text
    reading = try ReadingOptions(line)
    cloudInit = try line.value(of: Self.version) ?? .debian12
  }

  private static let version = CloudInitVersion.option(
    summary: "Tell what this version of cloud-init does",
    details: "From 22.4.2, which Debian 12 has and which is told unless another is named, to 26.2.")

  static let definition = CommandDefinition(
    name: "explain",
    summary: "Tell what cloud-init will do with user-data",
    details: """
      In the order of a boot: the parts after sniffing, which of them are dropped and why, the merged configuration and
      which part lost a key to which, boothooks, the script that is made of bootcmd, the files of write_files with their
      final modes and owners and the entry at which an error ends them, the script that is made of runcmd, and every
      script in the order it runs, with what happens on the first boot only and what on every boot. Nothing is run,
      fetched or changed.

      One source is the user-data as it is. Of several, each is a part of it, named as its file, in the order given.
      A kops InstanceGroup is put into the message that kops makes of it, after nodeup.sh. With no source, the node's own
      user-data is read.

      The status is 1 where cloud-init drops a part or stops at an error, and 3 where something depends on more than the
      user-data: an #include, a jinja template, a part-handler, a JSON patch. Scripts and the configuration are shown
      with their content.
      """,
    operands: ReadingOptions.operands,
    options: [version.definition] + ReadingOptions.definitions + CommonOptions.listingDefinitions
  ) { line throws(UsageError) in .explain(try ExplainOptions(line)) }
}

extension CloudInitVersion {
  /// `--cloud-init VERSION`: one of those whose behaviour is known.
  static func option(summary: String, details: Prose) -> Option<CloudInitVersion> {
    Option("cloud-init", valueName: "VERSION", summary: summary, details: details) { text throws(ValueProblem) in
      guard let version = CloudInitVersion(text), known.contains(version) else { throw .unknownCloudInit }
      return version
    }
  }
}
