/// `bringup bundle`
package struct BundleOptions: Sendable {
  package enum Task: Hashable, Sendable {
    /// Tells what is outside.
    case check
    case write(Output)
  }

  package enum Output: Hashable, Sendable {
    case standardOutput
    case file(PathArgument)
  }

  package let manifest: PathArgument
  package let task: Task
  package let reach: BundleReach
  /// For each URL.
  package let timeLimit: TimeSpan
  package let format: ListingFormat

  init(_ line: ParsedLine) throws(UsageError) {
    manifest = try line.operands { text throws(ValueProblem) in try PathArgument(text) }[0]
    let output = try line.value(of: Self.output)
    if line.has(Self.check) {
      try line.refuse(Self.output.definition, with: Self.check)
      task = .check
    } else if let output {
      task = .write(output)
    } else {
      throw UsageError(argument: nil, command: line.command, problem: .missingOption("-o FILE or --check"))
    }
    reach = line.has(Self.allowOutside) ? .anywhere : .directory
    timeLimit = try line.value(of: Self.timeout) ?? TimeSpan(microseconds: 60_000_000)
    format = try line.value(of: ListingFormat.option) ?? .text
  }

  private static let output = Option<Output>(
    "output", "o", valueName: "FILE", completion: .files, summary: "Write the manifest to FILE, - for standard output",
    details: """
      The file is replaced whole, and only where nothing failed. It cannot be the manifest itself, whose addresses would be
      lost.
      """
  ) { text throws(ValueProblem) in text == "-" ? .standardOutput : .file(try PathArgument(text)) }

  private static let check = OptionDefinition(
    "check", summary: "Tell what is still outside, and read or write nothing else",
    details: """
      One line for each field that names its content: place, field, address. The exit status is 0 where there is none, and 1
      where there are some.
      """)

  private static let allowOutside = OptionDefinition(
    "allow-outside", summary: "Take files that are not below the manifest's directory, too",
    details: "Without it an absolute path, and a path or symbolic link that leads out of that directory, is an error.")

  private static let timeout = Option<TimeSpan>(
    timeout: "timeout", summary: "Give up on a URL after DURATION",
    details: "A time span such as 90s or 5min; 1min unless given.")

  static let definition = CommandDefinition(
    name: "bundle",
    summary: "Put what a manifest names by file:// or http(s):// into it",
    details: """
      Reads a Gravity (Telekube) application manifest or a bringup document, and writes it with the content of each file and
      page in place of its address, so that one file is all there is. Everything else stays as it is, byte for byte. What
      may be an address:

        releaseNotes, logo, webConfig, installer.eula.source,
        installer.flavors.description, hooks.*.job,
        nodeProfiles[].requirements.customChecks[].script

      and in a bringup document files[].source.uri and preflight.requirements.customChecks[].script.

      The path behind file:// counts from the manifest's directory. URLs are fetched by curl, which has to be installed. A
      text becomes a literal block, or stands in double quotes where it holds what no block can; the logo becomes a data:
      URL; what is not UTF-8 becomes !!binary, and in files[] gets encoding: base64. Where anything cannot be read, every
      such error is told with its line, and no output is written.
      """,
    operands: Operands("MANIFEST", count: 1...1, completion: .files),
    options: [output.definition, check, allowOutside, timeout.definition, ListingFormat.option.definition]
  ) { line throws(UsageError) in .bundle(try BundleOptions(line)) }
}
