/// Text inside XML 1.0 and HTML.
enum Markup {
  /// For content and for attributes between double quotes: one line, without what either language takes for its own, and
  /// without the characters that XML cannot hold in any form.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in Printable.escape(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
