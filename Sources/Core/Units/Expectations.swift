/// What systemd will show of a file's settings (org.freedesktop.systemd1(5)), with every value checked on the way.
struct Expectations {
  private let type: UnitType
  private var commands: [Directive: [[String]]] = [:]
  private var durations: [String: UInt64] = [:]

  private init(type: UnitType) {
    self.type = type
  }

  /// Later assignments count: an empty one makes a list of commands begin anew, a time span replaces the one before it.
  /// Commands with arguments that only the manager can tell are left out.
  static func of(_ sections: [UnitFile.Section], type: UnitType) throws(UserDataError) -> [DropIn.Expectation] {
    var expectations = Expectations(type: type)
    for section in sections {
      for assignment in section.assignments {
        guard let directive = Directive(key: assignment.key) else { continue }
        guard directive.section(in: type) == section.name else {
          throw UserDataError(
            assignment.origin,
            .unit(.misplacedDirective(directive, section: section.name, wanted: directive.section(in: type))))
        }
        do throws(UnitProblem) {
          try expectations.take(directive, assignment.value)
        } catch {
          throw UserDataError(assignment.valueOrigin, .unit(error))
        }
      }
    }
    return expectations.list
  }

  private var list: [DropIn.Expectation] {
    Directive.allCases.flatMap { directive in
      commands[directive, default: []].map { .command(property: directive.key, arguments: $0) }
    } + durations.sorted { $0.key < $1.key }.map { .duration(property: $0.key, microseconds: $0.value) }
  }

  private mutating func take(_ directive: Directive, _ value: String) throws(UnitProblem) {
    switch directive.kind {
    case .command:
      let line = try ExecLine.parse(value)
      if line.commands.isEmpty { commands[directive] = [] }
      commands[directive, default: []] += line.commands.compactMap(\.arguments)
    case .timeSpan:
      let span = try TimeSpan.parse(value)
      for property in properties(of: directive) { durations[property] = shown(span, by: directive) }
    case .unitNames:
      for name in value.utf8.split(whereSeparator: UnitText.isBlank) { try Self.checkUnitName(name) }
    case .assignments: try EnvironmentAssignment.check(value)
    case .environmentFile: try EnvironmentFile.check(value)
    case .restartPolicy: _ = try RestartPolicy.parse(value)
    }
  }

  /// A name with a specifier in it only the manager can judge.
  private static func checkUnitName(_ name: Substring.UTF8View) throws(UnitProblem) {
    let text = String(Substring(name))
    guard name.contains(UInt8(ascii: "%")) || UnitName(text) != nil else { throw .notAUnitName(text) }
  }

  private func properties(of directive: Directive) -> [String] {
    switch directive {
    case .timeoutSec: type == .service ? ["TimeoutStartUSec", "TimeoutStopUSec"] : ["TimeoutUSec"]
    case .timeoutStartSec: ["TimeoutStartUSec"]
    case .timeoutStopSec: ["TimeoutStopUSec"]
    case .restartSec: ["RestartUSec"]
    case .after, .before, .requires, .wants, .environment, .environmentFile, .execCondition, .execStartPre, .execStart,
      .execStartPost, .execReload, .execStop, .execStopPre, .execStopPost, .restart:
      []
    }
  }

  /// A timeout of zero is none: systemd shows it as infinity, but for `RestartSec=` and the timeout of a scope.
  private func shown(_ span: TimeSpan, by directive: Directive) -> UInt64 {
    guard span.microseconds == 0, directive != .restartSec, type != .scope else { return span.microseconds }
    return TimeSpan.infinity.microseconds
  }
}
