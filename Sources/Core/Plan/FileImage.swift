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

  /// What sets `other` apart from this file, in words: `content`, `mode was 0600`, `owner was 1000:1000`; empty where
  /// they are the same.
  package func differences(from other: FileImage) -> [String] {
    var words: [String] = []
    if content != other.content { words.append("content differed") }
    if mode != other.mode { words.append("mode was \(other.mode)") }
    if user != other.user || group != other.group { words.append("owner was \(other.user):\(other.group)") }
    return words
  }
}
