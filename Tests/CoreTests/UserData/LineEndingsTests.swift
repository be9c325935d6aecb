import Core
import Testing

@Suite struct LineEndingsTests {
  @Test("recorded texts are mended as cloud-init mended them", arguments: Vectors.cases("dos2unix"))
  func recorded(vector: JSON) throws {
    let text = try #require(vector["in"]?.string)
    let mended = try #require(vector["out"]?.string)
    #expect(LineEndings.dosToUnix(Array(text.utf8)) == Array(mended.utf8))
  }

  @Test(
    "the first line decides for all of them",
    arguments: [
      ("#!/bin/sh\r\nb\nc\r\n", "#!/bin/sh\nb\nc\n"), ("#!/bin/sh\nb\r\n", "#!/bin/sh\nb\r\n"),
      ("a\r\r\nb\r\n", "a\r\nb\n"), ("a\rb\r", "a\rb\r"), ("\r\n", "\n"),
    ])
  func firstLine(text: String, mended: String) {
    #expect(LineEndings.dosToUnix(Array(text.utf8)) == Array(mended.utf8))
  }
}
