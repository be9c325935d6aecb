import Core
import Testing

@Suite struct ModeRequestTests {
  @Test("recorded permissions are read as cloud-init read them", arguments: Vectors.cases("permissions"))
  func recorded(vector: JSON) throws {
    let yaml = try #require(vector["yaml"]?.string)
    let mode = try #require(vector["mode"]?.integer)
    let result = entry("path: /a", "permissions: \(yaml)")
    #expect(result.files.first?.write.mode == (mode == 0 ? .keep : .set(FileMode(UInt32(mode)))))
  }

  @Test(
    "permissions are applied as chmod(2) applies them",
    arguments: [
      ("", "0644"), ("~", "0644"), ("true", "0001"), ("'-1'", "07777"), ("448.7", "0700"), ("0x1ed", "0755"),
      ("'0o4755'", "04755"), ("'10000000000'", "0000"), ("0b111101101", "0755"), ("'٠٧٥٥'", "0755"),
      ("!!str 0755", "0755"),
    ])
  func applied(yaml: String, mode: String) {
    guard case .set(let found) = entry("path: /a", "permissions: \(yaml)").files.first?.write.mode else {
      Issue.record("no mode for \(yaml)")
      return
    }
    #expect(found.description == mode)
  }

  @Test(
    "zero leaves the mode alone with a warning, and is an error where it is ours",
    arguments: ["0", "'0'", "'0000'", "false", "0.9", "-0"])
  func zero(yaml: String) {
    let result = entry("path: /a", "permissions: \(yaml)")
    let message = "permissions is zero, which sets no mode; write e.g. \"0600\""
    #expect(result.files.first?.write.mode == .keep)
    #expect(
      result.warnings.last
        == "test.yaml:3:16: \(message) (the mode is left as it is, and a new file's is 0644)")
    #expect(strictErrors("path: /a", "permissions: \(yaml)").last == "test.yaml:4:16: \(message)")
    #expect(entry("path: /a", "append: true", "permissions: '0'").warnings.isEmpty)
  }

  @Test(
    "a decimal number that was meant as octal digits is warned about, with the fix",
    arguments: [
      ("755", "permissions 755 is decimal, which makes mode 01363; write \"0755\" (01363 is used)"),
      ("644", "permissions 644 is decimal, which makes mode 01204; write \"0644\" (01204 is used)"),
      ("400", "permissions 400 is decimal, which makes mode 0620; write \"0400\" (0620 is used)"),
      ("511", "permissions 511 is decimal, which makes mode 0777; write \"0511\" (0777 is used)"),
      ("777", "permissions 777 is decimal, which makes mode 01411; write \"0777\" (01411 is used)"),
      ("4755", "permissions 4755 is decimal, which makes mode 01223; write \"04755\" (01223 is used)"),
      ("888", "permissions 888 is decimal, which makes mode 01570; write \"01570\" (01570 is used)"),
    ])
  func decimal(yaml: String, message: String) {
    #expect(entry("path: /a", "permissions: \(yaml)").warnings == ["test.yaml:3:16: " + message])
    #expect(
      strictErrors("path: /a", "permissions: \(yaml)")
        == ["test.yaml:4:16: " + message.prefix { $0 != "(" }.dropLast()])
  }

  @Test("an anchor or a tag before it changes nothing", arguments: ["&p 755", "!!int 755", "!!int '755'"])
  func decimalWithAnchor(yaml: String) {
    #expect(entry("path: /a", "permissions: \(yaml)").warnings.count == 1)
  }

  @Test(
    "a number that makes a sensible mode as it is draws no warning",
    arguments: ["0755", "0644", "420", "493", "384", "0x1ed", "01363", "'755'", "2541"])
  func sensible(yaml: String) {
    #expect(entry("path: /a", "permissions: \(yaml)").warnings.isEmpty)
  }

  @Test(
    "permissions that are no number are 0644 with a warning, and an error where they are ours",
    arguments: [
      ("u+x", "\"u+x\""), ("'0999'", "\"0999\""), ("''", "\"\""), ("[1]", "a list"), ("{}", "a mapping"),
      ("2024-01-01", "a date"), (".nan", "nan"), ("!!binary Nw==", "binary data"),
    ])
  func unreadable(yaml: String, shown: String) {
    let result = entry("path: /a", "permissions: \(yaml)")
    #expect(result.files.first?.write.mode == .set(FileMode(0o644)))
    #expect(
      result.warnings == ["test.yaml:3:16: permissions \(shown) is not octal; write e.g. \"0755\" (0644 is used)"])
    #expect(
      strictErrors("path: /a", "permissions: \(yaml)")
        == ["test.yaml:4:16: permissions \(shown) is not octal; write e.g. \"0755\""])
  }

  @Test("a fraction is dropped with a warning, and an error where it is ours")
  func fraction() {
    #expect(
      entry("path: /a", "permissions: 448.7").warnings == [
        "test.yaml:3:16: permissions is a number with a fraction; write e.g. \"0755\" (the fraction is dropped)"
      ])
    #expect(
      strictErrors("path: /a", "permissions: 448.7") == [
        "test.yaml:4:16: permissions is a number with a fraction; write e.g. \"0755\""
      ])
  }

  @Test(
    "a number that chmod cannot take fails the part, as it stops cloud-init",
    arguments: [
      "4294967296", "-2147483649", "99999999999999999999", "'20000000000'", ".inf", "1.0e+30",
      "'7777777777777777777777777'",
    ])
  func outOfRange(yaml: String) {
    #expect(
      entry("path: /a", "permissions: \(yaml)").errors
        == ["test.yaml:3:16: permissions is a number beyond any mode; write e.g. \"0755\""])
  }
}
