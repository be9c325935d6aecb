extension LintFinding {
  /// The finding as it is told: its place in the original, its length no longer than its line.
  func settled(in input: LintInput) -> LintFinding {
    guard let position = origin.position else { return with(origin, length: max(length, 1)) }
    var (origin, end) = (origin, position.column + length)
    if origin.part == nil, let source = input.source(named: origin.source) {
      origin = Origin(source: origin.source, position: source.original(position))
      end = source.original(Position(line: position.line, column: end)).column
    }
    guard let line = input.line(at: origin), let start = origin.position?.column else {
      return with(origin, length: max(length, 1))
    }
    let rest = line.count { $0 & 0xC0 != 0x80 } - start + 1
    return with(origin, length: max(1, length == 0 ? rest : min(end - start, rest)))
  }

  private func with(_ origin: Origin, length: Int) -> LintFinding {
    LintFinding(
      rule: rule, severity: severity, origin: origin, length: length, message: message, help: help, assumed: assumed,
      fix: fix)
  }
}

extension LintInput {
  func source(named name: String) -> LintSource? { sources.first { $0.name.hasBytes(of: name) } }

  /// The line that `origin` is on, as it was written and without its end; nil where no line is meant.
  func line(at origin: Origin) -> ArraySlice<UInt8>? {
    guard let position = origin.position else { return nil }
    guard let part = origin.part else { return source(named: origin.source)?.originalLine(position.line) }
    let holder = parts.first {
      $0.part.placement.part?.hasBytes(of: part) == true && $0.source.name.hasBytes(of: origin.source)
    }
    return holder?.text.bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: position.line, omittingEmptySubsequences: false
    ).dropFirst(position.line - 1).first
  }
}
