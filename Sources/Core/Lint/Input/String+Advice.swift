extension String {
  /// What is wrong and what to do, of a sentence that says both: `x is 5; write "5"`.
  var splitAdvice: (message: String, help: String) {
    let bytes = Array(utf8)
    let separator = bytes.indices.first {
      bytes[$0] == UInt8(ascii: ";") && bytes[($0 + 1)...].first == UInt8(ascii: " ")
    }
    guard let separator, separator + 2 < bytes.count else { return (self, "mend it, or take it out") }
    return (
      String(decoding: bytes[..<separator], as: UTF8.self), String(decoding: bytes[(separator + 2)...], as: UTF8.self)
    )
  }
}
