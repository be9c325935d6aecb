/// The addresses of an `#include` part (`UserDataProcessor._do_include`), one a line.
///
/// `#include http://a/b\n# a comment\nhttp://c/d\n` has two.
enum IncludeList {
  static func addresses(in content: [UInt8]) -> [String] {
    let text = String(decoding: content, as: UTF8.self)
    return lines(of: text).compactMap { line in
      var rest = line
      let start = PythonText.asciiLowered(String(String.UnicodeScalarView(line.unicodeScalars.prefix(13))))
      for marker in ["#include-once", "#include"] where start.utf8.starts(with: marker.utf8) {
        rest = PythonText.stripped(String(line.unicodeScalars.dropFirst(marker.utf8.count)))
        break
      }
      let address = PythonText.stripped(rest)
      return rest.utf8.first == UInt8(ascii: "#") || address.isEmpty ? nil : address
    }
  }

  /// `str.splitlines()`.
  private static func lines(of text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }.map { String($0) }
  }
}
