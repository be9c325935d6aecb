import Core
import Foundation
import Testing

struct PartsReportTests {
  @Test("the parts for people: what cannot be read first, then a line a part")
  func text() {
    #expect(
      SamplePlan.parts.text(.plain, .normal) == """
        FAIL  part  30-bad.yaml
            user-data.txt[20-app.yaml]:3:5: the document is a list; write a mapping of keys
            Nothing of this part would be applied. Correct it.
        warning  user-data.txt[20-app.yaml]:3:5: odd

        #  name         type                bytes  sha256        origin
        1  10-gpu.yaml  text/cloud-config   14     88c95955b024  a.yaml
        2  b\\xff        text/x-shellscript  10     a8076d3d28d2  user-data.txt[b]
        parts: 2 parts, 1 that cannot be read

        """)
  }

  @Test("verbose shows the whole digest, quiet only what cannot be read")
  func verbosity() {
    let digest = SHA256(of: Array("#!/bin/sh\n".utf8)).description
    #expect(SamplePlan.parts.text(.plain, .verbose).contains(digest))
    #expect(!SamplePlan.parts.text(.plain, .quiet).contains("10-gpu.yaml"))
    #expect(SamplePlan.parts.text(.plain, .quiet).contains("30-bad.yaml"))
  }

  @Test("no parts are said to be none")
  func none() {
    let report = PartsReport(PartList())
    #expect(report.text(.plain, .normal) == "parts: 0 parts\n")
    #expect(report.status == .done)
    #expect(SamplePlan.parts.status == .failed)
  }

  @Test("a part as JSON")
  func json() {
    #expect(
      SamplePlan.parts.json["parts"]?.array?.last == [
        "index": 2, "name": "b\\xff", "type": "text/x-shellscript", "size": 10,
        "sha256": .string(SHA256(of: Array("#!/bin/sh\n".utf8)).description), "origin": "user-data.txt[b]",
        "warnings": ["user-data.txt[20-app.yaml]:3:5: odd"],
      ])
  }
}
