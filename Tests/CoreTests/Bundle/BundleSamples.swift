@testable import Core

/// Contents and manifests as nobody writes them, for properties that have to hold for all.
struct BundleSamples {
  private var random: LinearRandom

  init(seed: UInt64) {
    random = LinearRandom(seed: seed)
  }

  /// An empty script is refused.
  mutating func content(for reference: Reference) -> [UInt8] {
    let content = content()
    return content.isEmpty && reference.isScript ? [0x20] : content
  }

  /// Mostly UTF-8, out of pieces that are hard to write down in YAML.
  mutating func content() -> [UInt8] {
    if random.next(below: 12) == 0 { return (0..<random.next(below: 100)).map { _ in UInt8(random.next(below: 256)) } }
    var text = ""
    // Many are plain scripts with one odd thing in them, so that blocks are as frequent as quotes.
    let isOdd = random.next(below: 3) == 0
    for _ in 0..<random.next(below: 14) {
      text += isOdd && random.next(below: 3) == 0 ? odd() : plain()
    }
    // What would be taken for an address is refused.
    if ReferenceAddress.begins(text.utf8) { text = "#" + text }
    return Array(text.utf8)
  }

  private mutating func plain() -> String {
    random.pick(
      "\n", "\n\n", "\n\n\n", " ", "  ", "\t", "    ", "echo hi\n", "a: b", "- c\n", "# d\n", "#!/bin/bash\n", "---\n",
      "...\n",
      "\n---", "'", "\"", "\\", "{", "]", ",", "%TAG", "&e", "*f", "!g", "|", ">-", "@", "`", "é", "e\u{301}",
      "\u{1F600}", "日本\n",
      "file://x", "0", "~", "\\n", "${X}", "<<: *y\n")
  }

  private mutating func odd() -> String {
    random.pick(
      "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{0}", "\u{7}", "\u{1B}[0m", "\u{7F}", "\u{80}",
      "\u{9F}",
      "\u{A0}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{D7FF}", "\u{E000}", "\u{10FFFF}", "\u{1FFFE}")
  }

  /// A manifest with the addresses `file://0`, `file://1` and so on.
  mutating func manifest() -> String {
    let lineEnd = random.pick("\n", "\n", "\n", "\r\n")
    var number = 0
    var lines = [random.pick("", "\u{FEFF}", "# é\n") + "apiVersion: bundle.gravitational.io/v2"]
    if random.next(below: 2) == 0 { lines += reference("releaseNotes", indent: 0, &number) }
    lines.append("nodeProfiles:")
    let dash = random.pick(0, 2, 4)
    for _ in 0..<random.next(below: 3) {
      lines.append(spaces(dash) + "- name: n" + random.pick("", " # note"))
      if random.next(below: 3) == 0 {
        lines.append(spaces(dash + 2) + "requirements: {customChecks: [{script: \(address(&number))}, {\"script\":")
        lines.append(spaces(dash + 6) + "\(address(&number))}]}")
        continue
      }
      lines += [spaces(dash + 2) + "requirements:", spaces(dash + 3) + "customChecks:"]
      for index in 0..<1 + random.next(below: 3) {
        let first = reference("script", indent: dash + 6, &number)
        lines.append(spaces(dash + 4) + "- " + first[0].drop { $0 == " " })
        lines += first.dropFirst()
        lines.append(spaces(dash + 6) + "description: \(index)")
      }
    }
    lines.append("hooks:")
    for name in ["install", "update", "status"] where random.next(below: 2) == 0 {
      lines.append(spaces(3) + "\(name):")
      lines += reference("job", indent: 5, &number)
    }
    let end = random.pick("", lineEnd, lineEnd, lineEnd + lineEnd, lineEnd + "...", "\(lineEnd)---\(lineEnd)a: 1")
    return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.joined(separator: lineEnd)
      + end
  }

  /// The lines of a key with an address, and of what stands below it and is none of it.
  private mutating func reference(_ key: String, indent: Int, _ number: inout Int) -> [String] {
    let margin = spaces(indent)
    let key = margin + random.pick(key, key, key, "\"\(key)\"", "'\(key)' ") + ":"
    let anchor = random.next(below: 8) == 0 ? "&a\(number) " : ""
    var lines: [String]
    switch random.next(below: 10) {
    case 0: lines = [key + " " + anchor, margin + spaces(1 + random.next(below: 4)) + address(&number)]
    // What stands further in below these would be theirs.
    case 1: return [key + " " + anchor + "|-", margin + "  " + plainAddress(&number)]
    case 2: return [key + " " + anchor + ">", margin + " " + plainAddress(&number), ""]
    case _:
      lines = [
        key + spaces(1 + random.next(below: 3)) + anchor + address(&number) + random.pick("", "", " ", "  # note", " #")
      ]
    }
    for _ in 0..<random.next(below: 3) {
      let deep = random.pick(margin + "   # deep", margin + "     ")
      lines.append(random.pick("", "", margin, margin + "# x", " # y", "# z", margin + " # n", deep))
    }
    return lines
  }

  private mutating func address(_ number: inout Int) -> String {
    let plain = plainAddress(&number)
    return random.pick(plain, plain, "'\(plain)'", "\"\(plain)\"", "\" \(plain)\"")
  }

  private func plainAddress(_ number: inout Int) -> String {
    number += 1
    return "file://\(number - 1)"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
