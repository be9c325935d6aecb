extension PythonText {
  /// `str.lower()` for comparing with an ASCII word without `k`: nothing but A to Z becomes such a letter.
  package static func asciiLowered(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
    }
    return String(result)
  }
}
