/// The end of what a command printed, for people.
enum OutputTail {
  /// At most ten lines of at most ``Limits/outputLineBytes`` each, made safe to show.
  static func lines(_ output: [UInt8]) -> [String] {
    String(decoding: output, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }.suffix(10)
      .map { CutText.line(Printable.escape(String($0)), bytes: Limits.outputLineBytes) }
  }
}
