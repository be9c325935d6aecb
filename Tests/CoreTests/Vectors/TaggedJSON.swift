import Core

/// The form in which the recorded vectors hold Python values that JSON has no type for: `{"!int": "493"}`.
enum TaggedJSON {
  static func tagged(_ node: YAMLNode) -> JSON {
    switch node.value {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .string(let text): .string(text)
    case .int(let number): ["!int": .string(number.description)]
    case .float(let number): ["!float": .string("\(number)")]
    case .binary(let data): ["!binary": .array(data.map { .integer(Int($0)) })]
    case .timestamp(let iso): ["!timestamp": .string(iso)]
    case .sequence(let items): .array(items.map(tagged))
    case .set(let items): ["!set": .array(items.map(tagged))]
    case .mapping(let mapping): ["!map": .array(mapping.entries.map { [tagged($0.key), tagged($0.value)] })]
    }
  }
}
