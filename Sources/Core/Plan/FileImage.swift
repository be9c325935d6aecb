/// A regular file, as it is or as it shall be, with every name resolved.
package struct FileImage: Hashable, Sendable {
  package let content: [UInt8]
  package let mode: FileMode
  package let user: UInt32
  package let group: UInt32

  package init(content: [UInt8], mode: FileMode, user: UInt32, group: UInt32) {
    self.content = content
    self.mode = mode
    self.user = user
    self.group = group
  }

  /// Whether a file is as it shall be by now.
  package enum Tense: Sendable {
    case present
    case past
  }

  /// What sets `other` apart from this file, in words: `content differed, mode was 0600, owner was 1000:1000`; empty where
  /// they are the same.
  package func differences(from other: FileImage, _ tense: Tense) -> String {
    let (differs, verb) =
      switch tense {
      case .present: ("differs", "is")
      case .past: ("differed", "was")
      }
    var words: [String] = []
    if content != other.content { words.append("content \(differs)") }
    if mode != other.mode { words.append("mode \(verb) \(other.mode)") }
    if user != other.user || group != other.group { words.append("owner \(verb) \(other.user):\(other.group)") }
    return words.joined(separator: ", ")
  }
}
