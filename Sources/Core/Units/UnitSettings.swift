/// What a bringup document asks of one unit, decoded and checked.
package struct UnitSettings: Sendable {
  package let unit: UnitName
  /// The unit's key in the document.
  package let origin: Origin
  package let dropIn: DropInName
  /// In the order of ``Directive``, then of the document.
  package let settings: [Setting]
  package let raw: RawText?

  /// One line of the drop-in.
  package struct Setting: Sendable {
    package let directive: Directive
    package let value: Value
    package let origin: Origin
  }

  package enum Value: Hashable, Sendable {
    /// In systemd's own syntax, on one line: a command line, the path of an environment file, or nothing, which makes
    /// the directive's list begin anew.
    case text(String)
    /// A command whose arguments stand for themselves.
    case arguments([String])
    case assignment(EnvironmentAssignment)
    /// As written: `5min 20s`.
    case timeSpan(String)
    case restart(RestartPolicy)
    case unit(UnitName)
  }

  /// Sections as they stand, put after the others.
  package struct RawText: Sendable {
    package let text: String
    package let file: UnitFile
  }
}

extension UnitSettings {
  /// Every key that a unit has in a bringup document.
  static let keys = Directive.allCases.filter(\.isDocumentKey).map(\.rawValue) + ["dropIn", "raw"]
}

extension UnitSettings.Setting {
  /// What stands after `=`.
  func rendered() throws(UnitProblem) -> String {
    switch value {
    case .text(let text), .timeSpan(let text): text
    case .arguments(let arguments): try ExecLine.quote(arguments)
    case .assignment(let assignment): try assignment.quoted()
    case .restart(let policy): policy.rawValue
    case .unit(let name): name.text
    }
  }
}
