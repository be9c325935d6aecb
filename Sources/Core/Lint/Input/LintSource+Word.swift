extension LintSource {
  /// The columns from `origin` up to the next blank, or to the end of its line; 0 for a place not in the source.
  func widthOfWord(at origin: Origin) -> Int {
    guard let line = origin.position.flatMap({ line($0.line) }), let start = offset(of: origin), start <= line.endIndex
    else { return 0 }
    return line[start...].prefix { !ASCII.isBlank($0) }.columns
  }
}
