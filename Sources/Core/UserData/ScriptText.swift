/// What cloud-init puts into the file that it executes for a part.
enum ScriptText {
  /// A script is its part's text with its line ends mended.
  static func ofScript(_ content: [UInt8]) -> [UInt8] { LineEndings.dosToUnix(content) }

  /// A boothook also loses the `#cloud-boothook` it begins with and the white space after that, so that its `#!` comes
  /// first: `#cloud-boothook\n#!/bin/sh\n` becomes `#!/bin/sh\n` (`BootHookPartHandler._write_part`).
  static func ofBoothook(_ content: [UInt8]) -> [UInt8] {
    let mended = LineEndings.dosToUnix(content)
    let marker = "#cloud-boothook".utf8
    let script = mended.starts(with: marker) ? mended.dropFirst(marker.count) : mended[...]
    return PythonText.strippedAtStart(script)
  }
}
