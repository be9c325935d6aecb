enum YamlTab: LintRule {
  static let id = "yaml-tab"
  static let severity = LintSeverity.error
  static let summary = "A tab stands where YAML wants spaces"
  static let why: Prose = """
    PyYAML, which cloud-init reads YAML with, takes no tab for white space: not as indentation, not behind a colon, not
    before a comment. One tab and the whole part is dropped; in an InstanceGroup, kops refuses the manifest. Other rules
    see the text as if it had spaces up to the next of the tab stops, which are every eight columns. Where these would make
    the line part of the text above it, how many spaces are meant is for its author to say.
    """
  static let bad = """
    #cloud-config
    bootcmd:
    	- date
    """
  static let good = """
    #cloud-config
    bootcmd:
      - date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for source in input.sources {
      for run in runs(of: source.tabs) { check(run, of: source, in: input, &findings) }
    }
    for (error, problem) in input.yamlErrors where problem == .tab {
      findings.add(at: error.origin, length: 1, sentence, help: "put spaces in its place")
    }
  }

  private static let sentence = "a tab where YAML wants spaces, so the text is not read"

  /// Tabs that stand side by side.
  private static func runs(of tabs: [MendedTab]) -> [ArraySlice<MendedTab>] {
    var runs: [ArraySlice<MendedTab>] = []
    var start = 0
    for index in tabs.indices where index + 1 == tabs.count || tabs[index + 1].offset != tabs[index].offset + 1 {
      runs.append(tabs[start...index])
      start = index + 1
    }
    return runs
  }

  private static func check(
    _ run: ArraySlice<MendedTab>, of source: LintSource, in input: LintInput, _ findings: inout LintFindings
  ) {
    guard let first = run.first, let place = source.place(of: first), isOf(input, line: place.line) else { return }
    let width = run.reduce(0) { $0 + $1.width }
    guard run.allSatisfy(\.isCertain) else {
      return findings.add(
        at: Origin(source: source.name, position: place), length: width, sentence,
        help: "put as many spaces in its place as the lines that it belongs to begin with")
    }
    let edit = TextEdit(
      source: source.name, range: first.offset..<first.offset + run.count,
      replacement: Array(repeating: UInt8(ascii: " "), count: width))
    findings.add(
      at: Origin(source: source.name, position: place), length: width, sentence,
      help: width == 1 ? "put a space in its place" : "put \(width) spaces in its place", fix: [edit])
  }

  /// The groups of one manifest share its source.
  private static func isOf(_ input: LintInput, line: Int) -> Bool { input.group?.lines.contains(line) ?? true }
}
