import Testing

@testable import Core

@Suite struct MIMEParametersTests {
  @Test(
    "a parameter is found as Python finds it",
    arguments: [
      ("attachment; filename=a.sh", "a.sh"), ("attachment; FileName = \"a b\" ; size=3", "a b"),
      ("filename=first", "first"), ("attachment;filename=\"a;b\"", "a;b"),
      ("attachment; filename=\"a\\\"b\\\\c\"", "a\"b\\c"), ("attachment; filename=<z>", "z"),
      ("attachment; filename=\"unclosed; size=3", "\"unclosed; size=3"),
      ("attachment; filename=one; filename=two", "one"), ("attachment; filename=", ""), ("attachment; filename", ""),
      ("attachment;\r\n\tfilename=folded", "folded"), ("attachment; filename=a=b", "a=b"),
      ("attachment; filename=é.sh", "é.sh"),
    ])
  func plain(header: String, value: String) {
    #expect(MIMEParameters.value(of: "filename", in: header) == value)
  }

  @Test(
    "encoded and continued parameters are put together",
    arguments: [
      ("attachment; filename*=utf-8''a%20b", "a b"), ("attachment; filename*=UTF-8'de'%c3%A9", "é"),
      ("attachment; filename*=iso-8859-1''%e9", "é"), ("attachment; filename*0=a; filename*1=b", "ab"),
      ("attachment; filename*1=b; filename*0=\"a \"", "a b"), ("a; filename*0*=utf-8''%41; filename*1=%41", "A%41"),
      ("attachment; filename*=utf-8''lost; filename=plain", "plain"),
      ("attachment; filename*=no-quotes%41", "no-quotesA"),
      ("a; filename*0=b; filename*0=a", "ab"),
      ("attachment; filename*=utf-8''100%", "100%"), ("attachment; filename*=utf-8''%+1", "%+1"),
    ])
  func encoded(header: String, value: String) {
    #expect(MIMEParameters.value(of: "filename", in: header) == value)
  }

  @Test(
    "a header without it has none",
    arguments: [
      "", "attachment", "attachment; xfilename=a", "attachment; filenames=a", "attachment; filename*x=a", ";;",
    ])
  func absent(header: String) {
    #expect(MIMEParameters.value(of: "filename", in: header) == nil)
  }
}
