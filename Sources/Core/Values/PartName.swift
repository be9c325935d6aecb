/// The name of a part, as the Python `str` that cloud-init sorts by.
///
/// A Python string is a sequence of code points that may hold lone surrogates: `os.fsdecode` turns each byte of a file
/// name that is not UTF-8 into U+DC80...U+DCFF. A Swift string cannot hold those and compares by normalised form, so the
/// code points are kept themselves.
package struct PartName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let codePoints: [UInt32]

  package init(codePoints: [UInt32]) {
    self.codePoints = codePoints
  }

  package init(_ text: String) {
    codePoints = text.unicodeScalars.map(\.value)
  }

  /// `part-001`: what cloud-init calls a part without a file name.
  static func numbered(_ number: Int) -> PartName {
    let digits = String(number)
    return PartName("part-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
  }

  /// A directory entry's name, decoded as `os.fsdecode` does in a UTF-8 locale (PEP 383).
  package init(fileName bytes: [UInt8]) {
    codePoints = PythonText.surrogateEscaped(bytes)
  }

  /// Python's order of `str`: by code point, then by length; no locale, no normalisation.
  package static func < (left: PartName, right: PartName) -> Bool {
    left.codePoints.lexicographicallyPrecedes(right.codePoints)
  }

  /// The name made safe to show; a surrogate-escaped byte shows as `\xNN`.
  package var description: String {
    var text = ""
    for point in codePoints {
      if let scalar = Unicode.Scalar(point) {
        Printable.append(scalar, to: &text)
      } else if (0xDC80...0xDCFF).contains(point) {
        text += "\\x\(String(point - 0xDC00, radix: 16))"
      } else {
        text += "\\u{\(String(point, radix: 16))}"
      }
    }
    return text
  }
}
