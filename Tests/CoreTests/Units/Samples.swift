/// A small generator whose numbers are the same in every run (Steele, Lea, Flood: "Fast splittable pseudorandom
/// number generators").
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Generated values with what is special to systemd in them, more often than chance would have it.
enum Samples {
  static func arguments(_ random: inout SplitMix) -> [String] {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in argument(&random) }
  }

  static func argument(_ random: inout SplitMix) -> String {
    let pieces = [
      " ", "\t", "\n", "\r", "\"", "'", "\\", "%", "%%", "%n", "%i", "$", "$$", "${HOME}", "$HOME", ";", "#", "-", "@",
      "+", "!", ":", "a", "b", "0", "x41", "n", "u00e9", "=", "/", "*", "é", "e\u{301}", "\u{FEFF}", "\u{2028}",
      "\u{1F600}", "\u{1}", "\u{7F}", "\u{85}", "[", "]", "|", "&", "`",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  static func commandLine(_ random: inout SplitMix) -> String {
    let pieces = [
      " ", " ", " ", "\t", "\"", "\"", "'", "'", "\\\\", "\\\"", "\\'", "\\n", "\\s", "\\x41", "\\x4", "\\101", "\\000",
      "\\400", "\\u00e9", "\\u12", "\\U0001F600", "\\UFFFFFFFF", "\\q", "\\ ", "\\;", " \\; ", ";", " ; ", " ;", "%%",
      "%n", "%", "%F", "% ", "$$", "$A", "a", "b", "é", "/", "-", "@", "+", "!", ":", "=", "#", "..",
    ]
    let start = [
      "/bin/true", "/bin/true ", "-/bin/true ", "@/bin/true ", "true ", "", "\"/bin/true\" ", "+!/bin/true ",
      "!!/bin/true ", "; /bin/true ",
    ]
    let tail = (0..<Int.random(in: 0...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
    var line = (start.randomElement(using: &random) ?? "") + tail.joined()
    while let last = line.utf8.last, "\\ \t".utf8.contains(last) { line.removeLast() }
    return line
  }

  /// The text of a unit file: mostly lines that systemd takes, in odd shapes.
  static func unitFile(_ random: inout SplitMix) -> [UInt8] {
    let lines = [
      "[Service]", "[Service]", "  [Service]  ", "[Unit]", "[X-Ours]", "[Install]", "[Socket]", "[service]", "[Service",
      "[]", "[Ser\"vice]", "# comment", "; comment \\", "  # comment", "", "   ", "ExecStartPre=/bin/true a",
      "ExecStartPre = /bin/true b", "ExecStartPre=/bin/true \\", "ExecStartPre=\\", "ExecStartPre=/bin/true c\\\\",
      "  d e", "f \\", "ExecStartPre=", "ExecStartPre =  ", "=x", "  = x", "novalue", "ExecStop=/bin/true 'x",
      "\u{FEFF}[Service]",
      "\u{FEFF}# comment", "Environment=A=b \"C=d e\"", "Environment=1A=b", "Environment=A", "Environment=A=\\q",
      "EnvironmentFile=-/etc/x", "EnvironmentFile=etc/x", "EnvironmentFile=/etc/../x", "TimeoutSec=5min 20s",
      "TimeoutSec=5x", "TimeoutStopSec=", "Restart=no", "Restart=sometimes", "After=a.service  b.socket",
      "After=nosuffix",
      "X-Key=value", "ExecStart=/bin/true", "ExecStopPost=-/bin/true ; /bin/true z",
    ]
    let ends = ["\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "\n\r"]
    var text = "[Service]\nType=oneshot\nExecStart=/bin/true\n"
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      text += (lines.randomElement(using: &random) ?? "") + (ends.randomElement(using: &random) ?? "")
    }
    return Array(text.utf8)
  }

  /// `$$` made `$`, as is done when the command is started.
  static func withoutDollars(_ argument: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = argument[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == byte { rest = rest.dropFirst() }
      result.append(byte)
    }
    return result
  }
}
