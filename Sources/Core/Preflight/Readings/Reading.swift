/// What the machine said to one question, with what it was read from. That it could not be read is a reading, too.
package enum Reading<Value: Sendable>: Sendable {
  case known(Value, Evidence)
  /// The evidence tells why.
  case unreadable(Evidence)

  package var evidence: Evidence {
    switch self {
    case .known(_, let evidence), .unreadable(let evidence): evidence
    }
  }

  package var value: Value? {
    switch self {
    case .known(let value, _): value
    case .unreadable: nil
    }
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .known(let value, let evidence): .known(transform(value), evidence)
    case .unreadable(let evidence): .unreadable(evidence)
    }
  }
}

extension Reading: Equatable where Value: Equatable {}

/// Raw text and where it was read: `/proc/meminfo` and `MemTotal: 7928504 kB`.
package struct Evidence: Hashable, Sendable {
  /// A file, a system call, a service.
  package let source: String
  /// One line, as it was found, or the reason why nothing could be read.
  package let text: String

  package init(source: String, text: String) {
    self.source = source
    self.text = text
  }
}
