/// `bringup apply`
package struct ApplyOptions: Sendable {
  /// What one bad part means for the others.
  package enum Strictness: Hashable, Sendable {
    case goodPartsApply
    case nothingApplies
  }

  /// Who runs scripts and commands.
  package enum Scripts: Hashable, Sendable {
    case leftToCloudInit
    /// This program, each for at most so long.
    case run(timeLimit: TimeSpan)
  }

  /// What becomes of the account of what is done, from which rollback and the next apply start.
  package enum Memory: Hashable, Sendable {
    case kept
    /// Where it cannot be kept, apply does without.
    case keptIfPossible
  }

  package let common: CommonOptions
  package let format: ReportFormat
  package let reading: ReadingOptions
  package let strictness: Strictness
  package let frequency: Frequency
  package let scripts: Scripts
  package let failOn: Set<FailOn>
  package let memory: Memory

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ReportFormat.option) ?? .text
    reading = try ReadingOptions(line)
    strictness = line.has(Self.strict) ? .nothingApplies : .goodPartsApply
    frequency = try line.value(of: Self.frequency) ?? .always
    try line.require(Self.run, for: Self.timeout.definition)
    let timeLimit = try line.value(of: Self.timeout) ?? .infinity
    scripts = line.has(Self.run) ? .run(timeLimit: timeLimit) : .leftToCloudInit
    failOn = Set(try line.values(of: FailOn.option))
    memory = .kept
  }

  private static let strict = OptionDefinition("strict", summary: "Apply nothing where one part is bad")

  private static let frequency = Option<Frequency>(
    choice: "frequency", valueName: "WHEN", summary: "Write files always, or once-per-instance",
    details: """
      With once-per-instance, files that this instance already got are left alone, as cloud-init does; with always, the
      default, drift is repaired and reported.
      """)

  private static let run = OptionDefinition(
    "run", summary: "Run scripts and commands, for images without cloud-init",
    details: """
      Boothooks and bootcmd first, then the files, then scripts in the order of their names with runcmd among them. Without
      this option they are listed as left to cloud-init.
      """)

  private static let timeout = Option<TimeSpan>(
    timeout: "timeout", summary: "With --run: end a command after DURATION",
    details: "A time span such as 90s, 5min or \"1h 30min\". No limit unless given.")

  static let definition = CommandDefinition(
    name: "apply",
    summary: "Write the files and drop-ins that user-data asks for",
    details: """
      Reads the parts of all sources, writes their files, hooks systemd units with drop-ins, reloads systemd where a unit
      changed, and reports. A part is applied whole or not at all: one that is wrong fails with its line, the others are
      applied, and the exit status is 1. Nothing is ever half-written, and applying again changes nothing.

      A document can be its own program, in a file or as a part of type text/cloud-boothook:

        #!/usr/bin/bringup apply
        apiVersion: bringup/v1
        units:
          kops-configuration.service:
            execStartPre: [/usr/local/bin/prepare-disks]
            timeoutSec: infinity
      """,
    operands: ReadingOptions.operands,
    options: [strict, frequency.definition, run, timeout.definition, FailOn.option.definition]
      + ReadingOptions.definitions + CommonOptions.definitions
  ) { line throws(UsageError) in .apply(try ApplyOptions(line)) }
}

/// How often files are written.
package enum Frequency: String, Hashable, Sendable, CaseIterable {
  case always
  /// Files that this instance already got are left alone.
  case oncePerInstance = "once-per-instance"
}

/// What counts as a failure beside failures.
package enum FailOn: String, Hashable, Sendable, CaseIterable {
  case warn
  case unknown

  static let option = Option<FailOn>(
    choice: "fail-on", valueName: "WHAT", summary: "Count warn or unknown as a failure, too",
    details: "May be given twice. The exit status is then 1 where something warns, or could not be determined.")
}
