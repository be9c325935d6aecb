/// A number of CPUs, as `cpu` has it.
struct ProcessorCount: RequirementValue {
  static let wanted = "a number of CPUs, e.g. 8"
  let count: Int

  init(_ node: YAMLNode, of key: String) throws(RequirementProblem) {
    guard let number = try node.wholeNumber(of: key, wanted: Self.wanted), number >= 0 else {
      throw .notACount(key: key, node.shown)
    }
    count = number
  }
}

/// The number of a user or group; the largest of 32 bits is none (chown(2)).
struct AccountNumber: RequirementValue {
  static let wanted = "a number, e.g. 1000"
  let number: UInt32

  init(_ node: YAMLNode, of key: String) throws(RequirementProblem) {
    let number = try node.wholeNumber(of: key, wanted: Self.wanted).flatMap(UInt32.init(exactly:))
    guard let number, number < .max else { throw .notAnAccount(key: key, node.shown) }
    self.number = number
  }
}

extension YAMLNode {
  /// Nil for a number with a fraction, or one of more than 64 bits; `2.0` is 2, as it is to JSON.
  fileprivate func wholeNumber(of key: String, wanted: String) throws(RequirementProblem) -> Int? {
    switch value {
    case .int(.small(let number)): number
    case .int(.big): nil
    case .float(let number): Int(exactly: number)
    case .null, .bool, .string, .binary, .timestamp, .sequence, .mapping, .set:
      throw .wrongKind(key: key, found: kind, wanted: wanted)
    }
  }
}

extension Stated {
  func map<Other: Sendable>(_ change: (Value) -> Other) -> Stated<Other> { Stated<Other>(change(value), at: origin) }
}
