import Core
import Testing

@Suite struct FileModeTests {
  @Test(
    "octal digits are a mode",
    arguments: [
      ("0755", "0755"), ("755", "0755"), ("0", "0000"), ("0000", "0000"), ("07777", "07777"), ("4755", "04755"),
      ("000644", "0644"),
    ])
  func octal(text: String, mode: String) {
    #expect(FileMode(octal: text)?.description == mode)
  }

  @Test(
    "anything else is none",
    arguments: ["", "bwahahah", "0888", "0o755", "-7", "+7", " 755", "10000", "77777777777777777777", "٧٥٥", "u+rwx"])
  func refused(text: String) {
    #expect(FileMode(octal: text) == nil)
  }

  @Test(
    "letters are an access",
    arguments: [("r", "r"), ("rw", "rw"), ("wr", "rw"), ("rwm", "rwm"), ("mrw", "rwm"), ("m", "m")])
  func access(text: String, shown: String) {
    #expect(DeviceAccess(parsing: text)?.description == shown)
  }

  @Test("other letters, and one twice, are none", arguments: ["", "rr", "rwx", "RW", "rwmr", "r w"])
  func noAccess(text: String) {
    #expect(DeviceAccess(parsing: text) == nil)
  }
}
