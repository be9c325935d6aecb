/// What the option table says of one option: the source of its parsing, help, manual entry and completion.
package struct OptionDefinition: Hashable, Sendable {
  /// Whether something follows the option.
  package enum Value: Hashable, Sendable {
    case none
    /// `valueName` stands for the value in help: `DIR`.
    case one(valueName: String, completion: Candidates)
  }

  /// Without the dashes: `timeout`.
  package let name: String
  package let letter: Character?
  package let value: Value
  /// One line, a sentence without its full stop.
  package let summary: String
  /// What the manual adds to the summary.
  package let details: Prose

  init(
    _ name: String, _ letter: Character? = nil, value: Value = .none, summary: String, details: Prose = ""
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.summary = summary
    self.details = details
  }

  /// `--timeout`
  package var long: String { "--\(name)" }

  /// `-h, --help`, `--timeout DURATION`
  package var synopsis: String {
    let names = letter.map { "-\($0), \(long)" } ?? long
    return switch value {
    case .none: names
    case .one(let valueName, _): "\(names) \(valueName)"
    }
  }
}

/// What a shell may offer for a value.
package enum Candidates: Hashable, Sendable {
  case words([String])
  case commands
  case files
  case directories
  case nothing
}

/// An option with a value: its definition, and how its text becomes a `Value`.
package struct Option<Value: Sendable>: Sendable {
  package let definition: OptionDefinition
  let parse: @Sendable (String) throws(ValueProblem) -> Value

  init(
    _ name: String, _ letter: Character? = nil, valueName: String, completion: Candidates = .nothing,
    summary: String, details: Prose = "", parse: @escaping @Sendable (String) throws(ValueProblem) -> Value
  ) {
    definition = OptionDefinition(
      name, letter, value: .one(valueName: valueName, completion: completion), summary: summary,
      details: details)
    self.parse = parse
  }
}

extension Option where Value: RawRepresentable<String> & CaseIterable {
  /// An option whose value is one of a few words.
  init(choice name: String, valueName: String, summary: String, details: Prose = "") {
    let words = Value.allCases.map(\.rawValue)
    self.init(
      name, valueName: valueName, completion: .words(words), summary: summary, details: details
    ) { text throws(ValueProblem) in
      guard let value = Value(rawValue: text) else { throw .notOneOf(words) }
      return value
    }
  }
}
