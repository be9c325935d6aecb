/// One `NAME=value` of `Environment=` (systemd.exec(5)).
package struct EnvironmentAssignment: Hashable, Sendable {
  package let name: String
  package let value: String

  /// The name is ASCII letters, digits and `_`, the first no digit; the value anything but a NUL.
  package init(name: String, value: String) throws(UnitProblem) {
    guard Self.isName(name.utf8) else { throw .badVariableName(name) }
    guard !value.utf8.contains(0) else { throw .holdsNUL }
    guard value.unicodeScalars.allSatisfy(UnitText.isValid) else { throw .notUTF8 }
    self.name = name
    self.value = value
  }

  /// `NAME=value`, every character standing for itself.
  package init(_ text: String) throws(UnitProblem) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { throw .noEqualsInAssignment }
    try self.init(name: String(text[..<equals]), value: String(text[text.utf8.index(after: equals)...]))
  }

  /// The word for `Environment=` that sets exactly this value: `A=b c` is `"A=b c"`, `A=5%` is `A=5%%`.
  ///
  /// A `$` has no meaning there.
  package func quoted() throws(UnitProblem) -> String {
    try WordQuote.quote(Specifiers.escape("\(name)=\(value)"))
  }

  /// Checks a value of `Environment=` as systemd reads it: words, each an assignment after its specifiers are known.
  static func check(_ value: String) throws(UnitProblem) {
    var words = WordScanner(value, unknownEscape: .refused)
    while let word = try words.next() {
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { throw .noEqualsInAssignment }
      // A name with a specifier in it only the manager can judge.
      if try Specifiers.expand(Array(word[..<equals])) != nil, !isName(word[..<equals]) {
        throw .badVariableName(String(decoding: word[..<equals], as: UTF8.self))
      }
      guard let expanded = try Specifiers.expand(word) else { continue }
      guard UnitText.decode(expanded) != nil else { throw .notUTF8 }
    }
  }

  private static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, !ASCII.isDigit(first) else { return false }
    return bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
  }
}
