#if !DEBUG
  extension DefaultStringInterpolation {
    /// Chosen where a value says nothing of how it is shown. The standard library would show its type and fields, whose names
    /// a release does not keep.
    @available(*, deprecated, message: "give it a description")
    package mutating func appendInterpolation<Value>(_ value: Value) {
      preconditionFailure("a value without a description")
    }
  }
#endif
