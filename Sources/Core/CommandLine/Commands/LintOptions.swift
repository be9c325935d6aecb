/// `bringup lint`
package struct LintOptions: Sendable {
  package enum Action: Sendable {
    case check
    /// Mend what has one right mend, in the files themselves.
    case fix
    /// Show what `fix` would change.
    case showFix
    case listRules
    case explain(any LintRule.Type)
  }

  package let common: CommonOptions
  package let format: LintFormat
  package let reading: ReadingOptions
  package let action: Action
  package let assumptions: LintAssumptions
  package let failsOnWarning: Bool

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: LintFormat.option) ?? .text
    reading = try ReadingOptions(line)
    try line.require(Self.fix, for: Self.diff)
    if let rule = try line.value(of: Self.rule) {
      action = .explain(rule.type)
    } else if line.has(Self.rules) {
      action = .listRules
    } else {
      action = line.has(Self.fix) ? line.has(Self.diff) ? .showFix : .fix : .check
    }
    assumptions = LintAssumptions(
      cloud: try line.value(of: Self.cloud), image: try line.value(of: Self.image),
      cloudInit: try line.value(of: Self.cloudInit))
    failsOnWarning = try line.value(of: Self.failOn) != nil
  }

  static let definition = CommandDefinition(
    name: "lint",
    summary: "Find what will go wrong in user-data, before anything boots",
    details: """
      Looks at kops InstanceGroups, MIME messages, cloud-configs, scripts, bringup documents and Gravity manifests for what
      cloud-init, kops or the shell will not do as meant. Each finding has its place in the file, also inside of content: |,
      and says what to do. Each InstanceGroup and each message is a node of its own; all other sources are the parts of one,
      which are not merged: what one takes away of another is told of groups, messages and archives alone.

      A comment silences one finding, on its line or right above it; the reason is for whoever reads it next:

        # bringup: ignore wf-tmp-path the directory is made by the image
      """,
    operands: ReadingOptions.operands,
    options: [
      rules, rule.definition, cloud.definition, image.definition, cloudInit.definition, fix, diff, failOn.definition,
      LintFormat.option.definition,
    ] + ReadingOptions.definitions + CommonOptions.plainDefinitions
  ) { line throws(UsageError) in .lint(try LintOptions(line)) }
}

extension LintOptions {
  private struct NamedRule: Sendable {
    let type: any LintRule.Type
  }

  private enum FailOnWarning: String, CaseIterable {
    case warn
  }

  private static let rules = OptionDefinition("rules", summary: "List the rules and stop")

  private static let rule = Option<NamedRule>(
    "rule", valueName: "RULE", summary: "Explain a rule, with a bad and a good example, and stop"
  ) { text throws(ValueProblem) in
    guard let rule = LintRules.rule(text) else {
      throw .unknownRule(nearest: Nearest.match(text, among: LintRules.all.map { $0.id }))
    }
    return NamedRule(type: rule)
  }

  private static let cloud = Option<LintCloud>(
    choice: "cloud", valueName: "CLOUD", summary: "The nodes run on aws, gce, azure, hetzner or openstack",
    details: "Where neither this option nor the InstanceGroup's image says so, aws is assumed.")

  private static let image = Option<LintImage>(
    choice: "image", valueName: "IMAGE", summary: "The nodes boot IMAGE, such as debian12 or flatcar",
    details: """
      One of debian11, debian12, debian13, ubuntu2204, ubuntu2404, rhel9, amazon2023, flatcar and cos. Where neither this
      option nor the InstanceGroup's image says so, debian12 is assumed.
      """)

  private static let cloudInit = CloudInitVersion.option(
    summary: "The nodes have cloud-init VERSION, such as 22.4.2",
    details: "22.4.2, which Debian 12 has, is assumed unless given. Findings say what they assumed.")

  private static let fix = OptionDefinition(
    "fix", summary: "Mend what has one right mend, in the files themselves",
    details: """
      Only the bytes that are wrong are changed; comments and layout stay. A file is replaced at once, and keeps its mode
      and owner. What cannot be mended so is reported.
      """)

  private static let diff = OptionDefinition(
    "diff", summary: "With --fix: show what would be changed, and change nothing")

  private static let failOn = Option<FailOnWarning>(
    choice: "fail-on", valueName: "WHAT", summary: "Count warn as a failure, too",
    details: "The exit status is then 1 where there is a warning.")
}

/// How findings are rendered.
package enum LintFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json
  case sarif
  case compact

  static let option = Option<LintFormat>(
    choice: "format", valueName: "FORMAT", summary: "Print as text, json, sarif or compact",
    details: """
      text, the default, is for people, and json for programs. sarif is SARIF 2.1.0, for code review tools; compact is a line
      a finding, for editors. The exit status is the same whatever the format.
      """)
}
