/// A command line taken apart by the option table: which command, which of its options with what text, which operands.
package struct ParsedLine: Sendable {
  struct Occurrence: Sendable {
    let definition: OptionDefinition
    /// Nil for an option that takes none.
    let value: String?
    let argument: Argument
  }

  let command: String
  /// In the order given.
  let options: [Occurrence]
  let operands: [Argument]

  func has(_ definition: OptionDefinition) -> Bool {
    options.contains { $0.definition == definition }
  }

  /// The value of each occurrence of `option`. One before the command was found by its name alone: what values it has,
  /// the command says.
  func values<Value>(of option: Option<Value>) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for occurrence in options where occurrence.definition.name == option.definition.name {
      values.append(try parse(occurrence, as: option))
    }
    return values
  }

  /// The value of the last occurrence of `option`; earlier ones must be good too.
  func value<Value>(of option: Option<Value>) throws(UsageError) -> Value? {
    try values(of: option).last
  }

  /// The value of an option that cannot be left out.
  func requiredValue<Value>(of option: Option<Value>) throws(UsageError) -> Value {
    if let value = try value(of: option) { return value }
    throw UsageError(argument: nil, command: command, problem: .missingOption(option.definition.synopsis))
  }

  /// Each operand, made a `Value`.
  func operands<Value>(_ parse: (String) throws(ValueProblem) -> Value) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for operand in operands {
      do throws(ValueProblem) {
        values.append(try parse(operand.text))
      } catch {
        throw UsageError(argument: operand, command: command, problem: .badOperand(operand.text, error))
      }
    }
    return values
  }

  /// Refuses `option` where `other` is not given.
  func require(_ other: OptionDefinition, for option: OptionDefinition) throws(UsageError) {
    guard let occurrence = options.first(where: { $0.definition == option }), !has(other) else { return }
    throw UsageError(
      argument: occurrence.argument, command: command, problem: .optionNeeds(option.long, other: other.long))
  }

  /// Refuses `option` where `other` is given.
  func refuse(_ option: OptionDefinition, with other: OptionDefinition) throws(UsageError) {
    guard let occurrence = options.first(where: { $0.definition == option }), has(other) else { return }
    throw UsageError(
      argument: occurrence.argument, command: command, problem: .optionExcluded(option.long, by: other.long))
  }

  private func parse<Value>(_ occurrence: Occurrence, as option: Option<Value>) throws(UsageError) -> Value {
    let text = occurrence.value ?? ""
    do throws(ValueProblem) {
      return try option.parse(text)
    } catch {
      throw UsageError(
        argument: occurrence.argument, command: command,
        problem: .badValue(option: occurrence.definition.long, value: text, error))
    }
  }
}
