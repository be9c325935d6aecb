/// Text broken into lines between its words.
enum WrappedText {
  /// Lines of at most `width` columns, or of one longer word; blanks in a row count as one.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let count = word.count
      if columns > 0, columns + 1 + count > width {
        lines.append(line)
        line = ""
        columns = 0
      }
      line += (columns == 0 ? "" : " ") + word
      columns += count + (columns == 0 ? 0 : 1)
    }
    return columns == 0 ? lines : lines + [line]
  }
}
