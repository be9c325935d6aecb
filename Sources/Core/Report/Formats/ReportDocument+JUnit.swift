extension ReportDocument {
  /// JUnit XML, with what both the schema of Ant's report task (JUnit.xsd of windyroad) and that of Jenkins' xUnit plugin
  /// (junit-10.xsd) allow: no attributes of `testsuites`, a `timestamp` without a zone (it is in UTC).
  ///
  /// A failure is a `failure`, what could not be told is an `error`. The format has no warnings: they pass, and are
  /// listed in `system-out`.
  var junit: String {
    let warnings = items.filter { $0.outcome == .warn }.map { "warning: \($0.id): \($0.headline)" }
    let lines =
      [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites>", "  \(suite)", "    <properties>"]
      + subjects.map { #"      <property name="\#(Markup.escape($0.name))" value="\#(Markup.escape($0.value))"/>"# }
      + ["    </properties>"] + items.map { "    \(testcase($0))" } + [
        "    <system-out>\(Self.lines(warnings))</system-out>", "    <system-err></system-err>", "  </testsuite>",
        "</testsuites>",
      ]
    return lines.map { "\($0)\n" }.joined()
  }

  private var suite: String {
    let effects = items.map(effect)
    let attributes: [(name: String, value: String)] = [
      ("name", name), ("package", "bringup"), ("id", "0"), ("hostname", hostName ?? "localhost"),
      ("timestamp", String(startedAt.description.dropLast())), ("tests", String(items.count)),
      ("failures", String(effects.count { $0 == .fails })), ("errors", String(effects.count { $0 == .undetermined })),
      ("skipped", String(effects.count { $0 == .skipped })), ("time", Seconds.text(microseconds)),
    ]
    let text = attributes.map { #" \#($0.name)="\#(Markup.escape($0.value))""# }.joined()
    return "<testsuite\(text)>"
  }

  private func testcase(_ item: ReportItem) -> String {
    let time = Seconds.text(item.microseconds ?? 0)
    let head =
      #"testcase name="\#(Markup.escape(item.id))" classname="bringup.\#(Markup.escape(name))" time="\#(time)""#
    let message = Markup.escape(item.headline)
    let result: String
    switch effect(of: item) {
    case .passes: return "<\(head)/>"
    case .fails: result = Self.element("failure", message, item)
    case .undetermined: result = Self.element("error", message, item)
    case .skipped: result = #"<skipped message="\#(message)"/>"#
    }
    return "<\(head)>\(result)</testcase>"
  }

  private static func element(_ name: String, _ message: String, _ item: ReportItem) -> String {
    let text = lines(item.facts.map { "\($0.label.rawValue): \($0.text)" } + item.output.map { "| \($0)" })
    return #"<\#(name) type="\#(item.outcome.rawValue)" message="\#(message)">\#(text)</\#(name)>"#
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map(Markup.escape).joined(separator: "\n")
  }
}
