/// Something the machine was asked: what it said, or why it could not be read.
package enum Fact<Value: Sendable>: Sendable {
  case known(Value)
  /// One line, safe to show.
  case unreadable(String)
}

extension Fact: Equatable where Value: Equatable {}
