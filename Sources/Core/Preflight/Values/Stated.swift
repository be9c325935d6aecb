/// A value of a manifest and where it stands there, so that a verdict can point at the rule it judged.
package struct Stated<Value: Sendable>: Sendable {
  package let value: Value
  package let origin: Origin

  package init(_ value: Value, at origin: Origin) {
    self.value = value
    self.origin = origin
  }
}

extension Stated: Equatable where Value: Equatable {}
