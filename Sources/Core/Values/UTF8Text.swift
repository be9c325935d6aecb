/// Whether bytes are the UTF-8 text that they are taken for.
enum UTF8Text {
  /// The index of the first byte that is no part of well-formed UTF-8 (Unicode standard, table 3-7); nil in good text.
  static func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return bytes.startIndex + error.byteOffsets.lowerBound
    }
  }
}
