import Testing

@testable import Core

@Suite("The text that is executed for a part")
struct ScriptTextTests {
  @Test(
    "a boothook's begins after its marker and white space",
    arguments: [
      ("#cloud-boothook\n#!/bin/sh\necho\n", "#!/bin/sh\necho\n"),
      ("#cloud-boothook\r\n#!/bin/sh\r\necho\r\n", "#!/bin/sh\necho\n"),
      ("#cloud-boothook\n\n \t#!/bin/sh", "#!/bin/sh"),
      ("#!/bin/sh\n#cloud-boothook\n", "#!/bin/sh\n#cloud-boothook\n"),
      ("\n#!/bin/sh", "#!/bin/sh"),
      ("#cloud-boothook\n\u{2003}\u{A0}\u{1C}#!/bin/sh", "#!/bin/sh"), ("\u{FEFF}#!/bin/sh", "\u{FEFF}#!/bin/sh"),
      // The marker is taken off where it is first only, and as it is written here only.
      ("\n#cloud-boothook\n#!/bin/sh", "#cloud-boothook\n#!/bin/sh"),
      ("#Cloud-Boothook\n#!/bin/sh", "#Cloud-Boothook\n#!/bin/sh"),
      ("#cloud-boothook", ""),
    ])
  func boothook(content: String, executed: String) {
    #expect(ScriptText.ofBoothook(Array(content.utf8)) == Array(executed.utf8))
  }

  @Test(
    "a script's is the part's with its line ends mended",
    arguments: [
      ("#!/bin/sh\r\necho\r\n", "#!/bin/sh\necho\n"), ("\n#!/bin/sh\n", "\n#!/bin/sh\n"),
      ("#cloud-boothook\n#!/bin/sh\n", "#cloud-boothook\n#!/bin/sh\n"),
    ])
  func script(content: String, executed: String) {
    #expect(ScriptText.ofScript(Array(content.utf8)) == Array(executed.utf8))
  }
}
