import Testing

@testable import Core

/// Rules about `content`, `encoding` and `source`.
@Suite struct WfContentTests {
  @Test("a content that is no text is found, and quoted where it can be")
  func notText() {
    let findings = expect(
      WfContentNotString.self,
      in: filesConfig("{path: /a, content: ⟦0755⟧}", "{path: /b, content: ⟦yes⟧}", "{path: /c, content: ⟦[a]⟧}"),
      fixed: filesConfig("{path: /a, content: \"0755\"}", "{path: /b, content: \"yes\"}", "{path: /c, content: [a]}"))
    #expect(
      findings.first?.message == "content is a number, at which cloud-init stops: no entry behind it is written")
  }

  @Test("a content without a value is found before 24.3")
  func nothing() {
    let text = filesConfig("{path: /a, ⟦content⟧: ~}", "{path: /b, ⟦content⟧: }")
    let findings = expect(
      WfContentNotString.self, in: text, fixed: filesConfig("{path: /a, content: \"\"}", "{path: /b, content: }"))
    #expect(findings.first?.assumed == [.cloudInit])
    #expect(MarkedSource(text).findings(of: [WfContentNotString.self], .init(cloudInit: .init(24, 3))) == [])
  }

  @Test(
    "text, binary data and no content are not", arguments: ["content: ''", "content: !!binary aGk=", "append: true"])
  func text(field: String) {
    expect(WfContentNotString.self, in: filesConfig("{path: /a, \(field)}"))
  }

  @Test(
    "an encoding that cloud-init does not know is found, and mended where it is clear",
    arguments: [
      ("base64+gz", "gz+b64"), ("'B64+GZIP'", "gz+b64"), ("base-64", "b64"), ("zstd", nil), ("base65", nil), ("5", nil),
    ])
  func encoding(written: String, meant: String?) {
    let findings = expect(
      WfEncodingUnknown.self, in: filesConfig("{path: /a, encoding: ⟦\(written)⟧}"),
      fixed: meant.map { filesConfig("{path: /a, encoding: \($0)}") })
    #expect(findings.map(\.severity) == [.error])
  }

  @Test("one that stands for plain text is a warning", arguments: ["utf-8", "none", "Plain"])
  func plain(written: String) {
    let findings = expect(WfEncodingUnknown.self, in: filesConfig("{path: /a, encoding: ⟦\(written)⟧}"))
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test("those that it knows are not", arguments: ["b64", "' GZ+Base64 '", "gzip", "text/plain", "''", "~"])
  func knownEncoding(written: String) {
    expect(WfEncodingUnknown.self, in: filesConfig("{path: /a, encoding: \(written)}"))
  }

  @Test(
    "a content that is not in its encoding is found",
    arguments: [("b64", "aGVsbG8"), ("b64", "aGVsb"), ("b64", "aé=="), ("gz+b64", "aGVsbG8K"), ("gz", "hello")])
  func damaged(encoding: String, content: String) {
    let findings = expect(
      WfBase64Invalid.self, in: filesConfig("{path: /a, encoding: \(encoding), content: ⟦\(content)⟧}"))
    #expect(findings.first?.message.hasSuffix("; cloud-init stops here, and writes no entry behind it") == true)
  }

  @Test(
    "one that is, one that Python takes all the same, and one without an encoding are not",
    arguments: [
      "encoding: b64, content: aGVsbG8=", "encoding: b64, content: a GV.sbG8=", "encoding: b64, content: ''",
      "encoding: base65, content: aGVsb", "content: aGVsb", "encoding: b64",
      "encoding: gz+b64, content: H4sIAAAAAAAC/8tIzcnJ5wIAIDA6NgYAAAA=",
    ])
  func sound(fields: String) {
    expect(WfBase64Invalid.self, in: filesConfig("{path: /a, \(fields)}"))
  }

  @Test("a source is found before 24.3")
  func source() {
    let text = filesConfig("{path: /a, ⟦source⟧: {uri: \"https://example.org\"}}", "{path: /b, source: }")
    let findings = expect(WfSourceOld.self, in: text)
    #expect(findings.map(\.message) == ["cloud-init 22.4.2 fetches no source, and writes an empty file"])
    #expect(findings.first?.assumed == [.cloudInit])
    #expect(MarkedSource(text).findings(of: [WfSourceOld.self], .init(cloudInit: .init(24, 3))) == [])
    let both = filesConfig("{path: /a, content: b, ⟦source⟧: {uri: \"https://example.org\"}}")
    #expect(expect(WfSourceOld.self, in: both).first?.message.hasSuffix("writes content") == true)
  }
}
