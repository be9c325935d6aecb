extension ShellParser {
  /// Those behind a compound command.
  mutating func parseRedirections() {
    var command = ShellCommand(setting: setting)
    while !isStopped {
      skipBlanks()
      guard let redirection = takeRedirection() else { break }
      command.add(redirection)
    }
    if !command.redirections.isEmpty { commands.append(command) }
  }

  /// Nil where none begins here: `2>&1`, `> file`, `<<-EOF`.
  mutating func takeRedirection() -> ShellRedirection? {
    let start = index
    var ahead = 0
    while ASCII.isDigit(peek(ahead)) { ahead += 1 }
    let isBoth = ahead == 0 && peek() == UInt8(ascii: "&") && peek(1) == UInt8(ascii: ">")
    if isBoth { ahead = 1 }
    guard let (operation, width) = operation(at: ahead) else { return nil }
    index += ahead + width
    if isBoth { note(.bothOutputs, start..<index) }
    if operation == .hereString { note(.hereString, start..<index) }
    let isIndented = operation == .hereDocument && peek(-1) == UInt8(ascii: "-")
    skipBlanks()
    guard let target = takeWord() else {
      if !isStopped {
        fail(
          .nothingBehind(String(decoding: bytes[start..<start + ahead + width], as: UTF8.self)),
          start..<start + ahead + width)
      }
      return nil
    }
    if operation == .hereDocument {
      hereDocuments.append(HereDocument(delimiter: unquoted(bytes[target.range]), isIndented: isIndented))
    }
    return ShellRedirection(operation: operation.meaning, target: target, range: start..<index)
  }

  private enum Operator {
    case read, write, append, duplicate, hereDocument, hereString

    var meaning: ShellRedirection.Operation {
      switch self {
      case .read: .read
      case .write: .write
      case .append: .append
      case .duplicate, .hereDocument, .hereString: .other
      }
    }
  }

  private func operation(at ahead: Int) -> (Operator, width: Int)? {
    let next = (peek(ahead), peek(ahead + 1), peek(ahead + 2))
    let (less, greater) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    switch next {
    case (less, less, less): return (.hereString, 3)
    case (less, less, UInt8(ascii: "-")): return (.hereDocument, 3)
    case (less, less, _): return (.hereDocument, 2)
    case (less, UInt8(ascii: "("), _), (greater, UInt8(ascii: "("), _): return nil
    case (less, UInt8(ascii: "&"), _), (greater, UInt8(ascii: "&"), _): return (.duplicate, 2)
    case (less, greater, _), (greater, UInt8(ascii: "|"), _): return (.write, 2)
    case (greater, greater, _): return (.append, 2)
    case (less, _, _): return (.read, 1)
    case (greater, _, _): return (.write, 1)
    case _: return nil
    }
  }

  private func unquoted(_ delimiter: ArraySlice<UInt8>) -> [UInt8] {
    delimiter.filter { !"'\"\\".utf8.contains($0) }
  }
}
