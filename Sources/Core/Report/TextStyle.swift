/// How text for people is marked: with the colours of a terminal (ECMA-48 SGR), or not at all. What a colour says is
/// always said in words, too.
package enum TextStyle: Hashable, Sendable {
  case plain
  case colored

  enum Ink: String {
    case failure = "1;31"
    case warning = "33"
    case change = "32"
    case heading = "1"
    case aside = "2"
  }

  func mark(_ text: String, _ ink: Ink) -> String {
    switch self {
    case .plain: text
    case .colored: text.isEmpty ? text : "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }
  }
}
