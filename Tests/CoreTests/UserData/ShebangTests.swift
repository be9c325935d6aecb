import Testing

@testable import Core

@Suite struct ShebangTests {
  @Test(
    "a first line that runs bringup apply makes a text a bringup document",
    arguments: [
      "#!/usr/bin/bringup apply\n", "#!bringup apply", "#! /opt/bin/bringup\tapply \n", "#!/usr/bin/bringup\n",
      "#!/usr/bin/env bringup apply\n", "#!/usr/bin/env -S bringup apply --strict\n", "#!/usr/bin/bringup apply\r\n",
      "#cloud-boothook\n#!/usr/bin/bringup apply\n", "\n  #!/usr/bin/bringup apply\n",
    ])
  func documents(text: String) {
    #expect(Shebang.runsBringup(Array(text.utf8)))
  }

  @Test(
    "any other program does not",
    arguments: [
      "#!/bin/sh\n# bringup apply\n", "#!/usr/bin/bringup parts\n", "#!/usr/bin/bringup-apply\n", "#!/usr/bin/env\n",
      "#!/usr/bin/env -S sh\n", "#!\n", "#!", "", "# !/usr/bin/bringup apply\n", "#!/usr/bin/bringup/ apply\n",
      "#!/bin/sh /usr/bin/bringup apply\n", "#cloud-boothook\n#!/bin/sh\n",
    ])
  func others(text: String) {
    #expect(!Shebang.runsBringup(Array(text.utf8)))
  }
}
