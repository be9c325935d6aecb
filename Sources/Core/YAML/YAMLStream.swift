/// A whole text: its characters, its dialect, its documents.
struct YAMLStream {
  private let text: [UInt8]
  private let dialect: YAMLDialect

  init(_ text: [UInt8]) throws(YAMLFault) {
    try YAMLCharacters.check(text)
    // PyYAML drops one byte order mark, and gives it no column.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.text = text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
    dialect = YAMLDialect(self.text)
  }

  /// Whichever comes first in the text is thrown: what PyYAML alone refuses, or what else is wrong.
  func documents(single: Bool) throws(YAMLFault) -> [YAMLNode] {
    // libyaml reads all directives, and compares each with all, before it says anything.
    if let stop = dialect.stop, stop.problem == .tooManyTagDirectives { throw stop }
    let documents: [YAMLNode]
    do {
      documents = try read(single: single)
    } catch {
      if let stop = dialect.stop, stop.position <= error.position { throw stop }
      throw error
    }
    if let stop = dialect.stop { throw stop }
    return documents
  }

  private func read(single: Bool) throws(YAMLFault) -> [YAMLNode] {
    var composer = try YAMLComposer(text, dialect: dialect)
    var documents: [YAMLNode] = []
    while let start = try composer.nextDocument() {
      if single && !documents.isEmpty { throw YAMLFault(.secondDocument, at: start) }
      documents.append(try composer.document())
    }
    return documents
  }
}
