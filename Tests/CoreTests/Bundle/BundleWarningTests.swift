import Testing

@testable import Core

struct BundleWarningTests {
  private static let document = """
    apiVersion: bringup/v1
    preflight: {requirements: {customChecks: [{script: file://x}]}}
    files: [{path: /x, source: {uri: file://x}}]

    """

  private func warnings(_ text: String, _ content: [UInt8]) throws -> [String] {
    let bundle = try Bundle(text)
    return bundle.warnings(about: bundle.references.map { _ in content }).map(\.description)
  }

  @Test("a text that is not UTF-8 is warned of")
  func binary() throws {
    #expect(
      try warnings(manifest("logo: file://l\nreleaseNotes: file://x\n"), [0xFF]) == [
        "app.yaml:3:15: file://x is not UTF-8, so releaseNotes is !!binary, which Gravity itself does not keep intact; "
          + "save it as UTF-8 if it is text"
      ])
  }

  @Test(
    "so is one that tele build would change",
    arguments: ["echo ${NAME} $x ${y}\n", "${NAME}", "$${NAME}", "${${NAME}", "${a-b} ${} ${NAME}"])
  func variable(content: String) throws {
    #expect(
      try warnings(manifest("releaseNotes: file://x\n"), Array(content.utf8)) == [
        "app.yaml:2:15: file://x holds \"${NAME}\", which tele build replaces in a manifest by what it has in its own "
          + "environment; where a shell is to read it, write it without braces"
      ])
  }

  @Test(
    "other text is not",
    arguments: ["", "$", "${", "${NAME", "${}", "$NAME", "$ {NAME}", "${NAME:-x}", "${#NAME}", "${é}", "${A B}"])
  func kept(content: String) throws {
    #expect(try warnings(manifest("releaseNotes: file://x\n"), Array(content.utf8)) == [])
  }

  @Test("nor is what Gravity does not read, or reads as base64", arguments: [Array("${NAME}".utf8), [0xFF]])
  func elsewhere(content: [UInt8]) throws {
    #expect(try warnings(Self.document, content) == [])
    #expect(try warnings(manifest("logo: file://x\n"), content) == [])
  }
}
