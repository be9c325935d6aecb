import Testing

@testable import Core

@Suite struct QuotedPrintableTests {
  @Test(
    "escapes and soft line ends are undone",
    arguments: [
      ("caf=C3=A9", "café"), ("a=\nb", "ab"), ("a=\r\nb", "ab"), ("x=3d=3D", "x=="), ("a \n", "a \n"), ("", ""),
    ])
  func decoded(text: String, content: String) {
    #expect(QuotedPrintable.decode(Array(text.utf8)[...]) == Array(content.utf8))
  }

  @Test(
    "a sign that begins no escape stays, as in Python",
    arguments: [
      ("a=ZZ", "a=ZZ"), ("a=4", "a=4"), ("a=", "a"), ("a==41", "a=41"), ("a= \nb", "a= \nb"), ("a=\rz\nb", "ab"),
    ])
  func lenient(text: String, content: String) {
    #expect(QuotedPrintable.decode(Array(text.utf8)[...]) == Array(content.utf8))
  }
}
