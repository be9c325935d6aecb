/// What can be wrong in a unit name, a unit file, or the `units` of a bringup document.
package enum UnitProblem: Swift.Error, Hashable, Sendable {
  // Lines of a unit file.
  case notUTF8
  case holdsNUL
  case lineTooLong
  case outsideSection
  case sectionNotClosed(String)
  case badSectionName(String)
  case unknownSection(String, UnitType)
  case noEqualsSign
  case noKey
  case notADirective(String)
  /// `wanted` is nil where units of the type have the directive nowhere.
  case misplacedDirective(Directive, section: String, wanted: String?)

  // Values.
  case notAUnitName(String)
  case unbalancedQuotes
  case unknownEscape
  case unknownSpecifier(Unicode.Scalar)
  case noExecutable
  case noFirstArgument
  case badExecutable(String, Executable.Fault)
  case badTimeSpan(String)
  case badRestartPolicy(String)
  case badVariableName(String)
  case noEqualsInAssignment
  case badEnvironmentFile(String)

  // The document.
  case unitsNotAMapping(found: String)
  case unitNotAMapping(UnitName, found: String)
  case unitNameTooLong
  case duplicateKey(String)
  case unknownKey(String, nearest: String?)
  case noSuchDirective(Directive, UnitType)
  case nothingToSet(UnitName)
  case badDropInName(String)
  case wrongKind(found: String, wanted: String)
  case boolean
  case severalLines
  case endsInBackslash
  case renderedDifferently

  /// Subject first, found and wanted, what to do. Arguments and values of variables are never in it.
  package var sentence: String {
    switch self {
    case .notUTF8: "the text is not UTF-8, or holds a code point that systemd takes for invalid"
    case .holdsNUL: "the text holds a NUL byte"
    case .lineTooLong: "the line is longer than the \(Limits.unitLineBytes >> 20) MiB that systemd reads"
    case .outsideSection: "the line stands before any section; begin with a header, e.g. [Service]"
    case .sectionNotClosed(let header): "the section header \(Printable.quote(header)) does not end in \"]\""
    case .badSectionName(let name):
      "the section name \(Printable.quote(name)) holds a quote, backslash or control character"
    case .unknownSection(let name, let type):
      "\(Printable.quote(name)) is not a section of a \(type.rawValue) unit, and systemd would skip it; wanted "
        + Self.list(type.sections.map { "[\($0)]" })
    case .noEqualsSign: "the line has no \"=\", and systemd would skip it; write NAME=VALUE"
    case .noKey: "the line has nothing before its \"=\", and systemd would skip it; write NAME=VALUE"
    case .notADirective(let key):
      "\(Printable.quote(key)) is no directive, and systemd would skip it; write letters and digits before the \"=\""
    case .misplacedDirective(let directive, let section, let wanted?):
      "\(directive.key)= has no effect in [\(section)]; move it to [\(wanted)]"
    case .misplacedDirective(let directive, let section, nil):
      "\(directive.key)= has no effect in [\(section)]: units of this type do not know it"
    case .notAUnitName(let name):
      "\(Printable.quote(name)) is not a unit name; write e.g. \"kops-configuration.service\""
    case .unbalancedQuotes: "the value has a quote that is not closed"
    case .unknownEscape:
      "the value has a backslash that makes no escape, and systemd would skip the line; write \"\\\\\""
    case .unknownSpecifier(let letter):
      "\"%\(letter)\" is no specifier, and systemd would refuse the line; write \"%%\(letter)\" for a percent sign"
    case .noExecutable: "the command line names no executable; write its absolute path first"
    case .noFirstArgument: "the command line has \"@\" before its executable, but no argument to follow it"
    case .badExecutable(let path, let fault): "the executable \(Printable.quote(path)) \(fault.sentence)"
    case .badTimeSpan(let text):
      "\(Printable.quote(text)) is not a time span; write e.g. \"90\", \"5min 20s\" or \"infinity\""
    case .badRestartPolicy(let text):
      "\(Printable.quote(text)) is not a restart policy; wanted " + Self.list(RestartPolicy.allCases.map(\.rawValue))
    case .badVariableName(let name):
      "\(Printable.quote(name)) is not a variable name: letters, digits and \"_\", the first no digit"
    case .noEqualsInAssignment: "the variable has no \"=\"; write NAME=VALUE"
    case .badEnvironmentFile(let path):
      "\(Printable.quote(path)) is not an absolute path without \"..\"; write e.g. \"/etc/default/kubelet\", "
        + "or \"-\" before it where the file may be missing"
    case .unitsNotAMapping(let found): "units is \(found), wanted a mapping of unit names"
    case .unitNotAMapping(let unit, let found): "\(unit) is \(found), wanted a mapping of directives"
    case .unitNameTooLong: "the unit name is longer than the 253 bytes that leave room for its drop-in directory"
    case .duplicateKey(let key): "\(Printable.quote(key)) is there twice, and only the last would count; keep one"
    case .unknownKey(let key, let nearest?): "unknown key \(Printable.quote(key)); did you mean \(nearest)?"
    case .unknownKey(let key, nil):
      "unknown key \(Printable.quote(key)); wanted \(Self.list(UnitSettings.keys)); others go into raw"
    case .noSuchDirective(let directive, let type): "a \(type.rawValue) unit has no \(directive.key)="
    case .nothingToSet(let unit): "\(unit) has nothing to set; give it a directive, or leave it out"
    case .badDropInName(let name):
      "\(Printable.quote(name)) is not a name for a drop-in: it must end in .conf, not start with a dot, "
        + "and hold no slash"
    case .wrongKind(let found, let wanted): "the value is \(found), wanted \(wanted)"
    case .boolean: "the value is a boolean to YAML; put it between quotes"
    case .severalLines: "the value has several lines; it must be one"
    case .endsInBackslash: "the value ends in a backslash, which would join the next line to it"
    case .renderedDifferently: "the drop-in would not say what was asked; this is a defect of bringup, please report it"
    }
  }

  /// `a, b or c`.
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
