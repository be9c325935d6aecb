/// Reads a shell text by the grammar of POSIX (XCU 2.10), with bash's additions, in one pass.
///
/// What a shell would refuse ends it with a fault; what is nested beyond ``Limits/shellDepth`` ends it without one.
struct ShellParser {
  let bytes: [UInt8]
  var index = 0
  var depth = 0
  /// Commands of any kind so far.
  var parsed = 0
  var isStopped = false
  /// What is around the next command.
  var setting: ShellCommand.Setting = []
  var hereDocuments: [HereDocument] = []

  var commands: [ShellCommand] = []
  var comments: [Range<Int>] = []
  var bashisms: [ShellText.Bashism] = []
  var fault: ShellText.Fault?

  struct HereDocument {
    let delimiter: [UInt8]
    /// `<<-`: tabs before its lines go.
    let isIndented: Bool
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func parseAll() {
    let end = parseList()
    if case .closer(let word, let range) = end { fail(.unexpected(word), range) }
    commands.sort { $0.start < $1.start }
  }

  mutating func fail(_ kind: ShellText.Fault.Kind, _ range: Range<Int>) {
    guard !isStopped else { return }
    isStopped = true
    fault = ShellText.Fault(kind: kind, range: range)
  }

  /// The byte `distance` ahead; 0 beyond the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    index + distance < bytes.count ? bytes[index + distance] : 0
  }

  var isAtEnd: Bool { isStopped || index >= bytes.count }

  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  /// Blanks, joined lines and a comment; a carriage return before a line feed counts as a blank.
  mutating func skipBlanks() {
    while index < bytes.count {
      switch peek() {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"): index += 1
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\n"): index += 2
      case UInt8(ascii: "#"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        comments.append(index..<end)
        index = end
      case _: return
      }
    }
  }

  /// The same and line ends, behind which here-documents begin.
  mutating func skipLines() {
    skipBlanks()
    while index < bytes.count, peek() == UInt8(ascii: "\n") {
      index += 1
      takeHereDocuments()
      skipBlanks()
    }
  }

  private mutating func takeHereDocuments() {
    for document in hereDocuments {
      while index < bytes.count {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var line = bytes[index..<end]
        index = min(end + 1, bytes.count)
        if document.isIndented { line = line.drop { $0 == UInt8(ascii: "\t") } }
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if line.elementsEqual(document.delimiter) { break }
      }
    }
    hereDocuments = []
  }

  /// Runs `body` one level deeper, unless that is too deep.
  mutating func nested(_ added: ShellCommand.Setting = [], _ body: (inout ShellParser) -> Void) {
    guard depth < Limits.shellDepth else {
      isStopped = true
      return
    }
    depth += 1
    let outer = setting
    setting.formUnion(added)
    body(&self)
    setting = outer
    depth -= 1
  }
}
