/// One line of mountinfo.
package struct Mount: Hashable, Sendable {
  package let id: UInt64
  package let parent: UInt64
  /// The mount point as it is: `\040` is a blank again. It need not be UTF-8.
  package let point: [UInt8]
  /// The directory of the file system that is mounted; `/` but for bind mounts and control groups.
  package let root: [UInt8]
  /// `ext4`, `fuse.sshfs`
  package let type: String
  /// Of the mount: `rw`, `nodev`, `noatime`.
  package let options: Set<String>
  /// Of the file system, whichever mount leads to it: `ro`, `devices`.
  package let superOptions: Set<String>
  /// As it was found.
  package let line: String

  /// Nil where the line has too few fields, or numbers that are none.
  init?(line: ArraySlice<UInt8>) {
    // An empty source leaves two blanks in a row; options of the file system may hold blanks (old kernels).
    let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fields.count >= 10, let id = Mount.number(fields[0]), let parent = Mount.number(fields[1]),
      let dash = fields[6...].firstIndex(where: { $0.elementsEqual("-".utf8) }), fields.count > dash + 3,
      fields[4].first == UInt8(ascii: "/"), !fields[dash + 1].isEmpty
    else { return nil }
    self.id = id
    self.parent = parent
    root = Mount.unescaped(fields[3])
    point = Mount.unescaped(fields[4])
    options = Mount.options(fields[5])
    type = String(decoding: Mount.unescaped(fields[dash + 1]), as: UTF8.self)
    superOptions = Mount.options(line[fields[dash + 3].startIndex...])
    self.line = String(decoding: line, as: UTF8.self)
  }

  /// Read-only by itself or by its file system. From Linux 6.15 on, one that is so after an error of its disk stays `rw` by name and
  /// says `emergency_ro`, or `shutdown` where it was shut down.
  package var isReadOnly: Bool {
    options.contains("ro") || !superOptions.isDisjoint(with: ["ro", "emergency_ro", "shutdown"])
  }

  /// Where an overlay puts what is written to it (`upperdir=`), as its mounter named it; nil where that is no absolute path.
  package var upperDirectory: AbsolutePath? {
    let key = "upperdir=".utf8
    guard type == "overlay", let option = superOptions.first(where: { $0.utf8.starts(with: key) }) else { return nil }
    return AbsolutePath(
      known: String(decoding: Mount.unescaped(Array(option.utf8.dropFirst(key.count))[...]), as: UTF8.self))
  }

  /// Whether `path` is the mount point or below it: `/data` holds `/data/x` and not `/data2`.
  func holds(_ path: [UInt8]) -> Bool {
    guard path.starts(with: point) else { return false }
    return path.count == point.count || point.last == UInt8(ascii: "/") || path[point.count] == UInt8(ascii: "/")
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard let first = digits.first, first != UInt8(ascii: "+") else { return nil }
    return UInt64(String(decoding: digits, as: UTF8.self))
  }

  private static func options(_ text: ArraySlice<UInt8>) -> Set<String> {
    Set(text.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) })
  }

  /// `\` and three octal digits are the byte of that number; any other `\` is itself.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      guard byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8), digits.first != UInt8(ascii: "+")
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(3)
    }
    return bytes
  }
}
