/// Text made to fit where its length is bounded.
enum CutText {
  /// `line` where it fits into so many bytes; else cut before the first scalar that would pass them, with `...` for
  /// the rest.
  static func line(_ line: String, bytes limit: Int) -> String {
    guard line.utf8.count > limit else { return line }
    let mark = "..."
    var result = ""
    var size = mark.utf8.count
    for scalar in line.unicodeScalars {
      size += UTF8.width(scalar)
      if size > limit { break }
      result.unicodeScalars.append(scalar)
    }
    return result + mark
  }
}
