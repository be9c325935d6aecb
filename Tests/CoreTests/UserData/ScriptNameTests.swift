import Core
import Testing

@Suite struct ScriptNameTests {
  @Test("recorded names are cleaned as cloud-init cleaned them", arguments: Vectors.cases("filename"))
  func recorded(vector: JSON) throws {
    let name = try #require(vector["name"]?.string)
    #expect(ScriptName.clean(PartName(name)) == vector["clean"]?.string)
  }

  @Test(
    "what is not a plain ASCII character of a file name goes",
    arguments: [("../../etc/x", ".._.._etc_x"), ("e\u{301}.sh", "e.sh"), ("a\u{0}b\n", "ab"), ("~$'\"", "")])
  func cleaned(name: String, clean: String) {
    #expect(ScriptName.clean(PartName(name)) == clean)
  }

  @Test("a byte of a file name that is not UTF-8 goes too")
  func notText() {
    #expect(ScriptName.clean(PartName(fileName: [0x61, 0xFF, 0x62])) == "ab")
  }
}
