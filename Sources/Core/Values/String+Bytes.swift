extension String {
  /// Whether the two hold the same code points. `==` would hold for two normal forms of one text, too.
  package func hasBytes(of other: String) -> Bool {
    // Counting takes no time, and is enough mostly.
    guard utf8.count == other.utf8.count else { return false }
    let same = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
    }
    // Neither is bridged from elsewhere on Linux, so that the bytes are always at hand; the long way is for the type.
    return (same ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// The text's bytes, for what is hashed or compared as bytes, without a copy.
  package func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    var text = self
    return text.withUTF8(body)
  }
}
