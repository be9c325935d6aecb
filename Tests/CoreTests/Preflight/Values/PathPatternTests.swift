import Core
import Testing

@Suite struct PathPatternTests {
  /// Rows of Go's own table for `filepath.Match`, without those that hold a slash.
  @Test(
    "a name matches as Go says",
    arguments: [
      ("abc", "abc", true), ("*", "abc", true), ("*c", "abc", true), ("a*", "a", true), ("a*", "abc", true),
      ("a*b*c*d*e*", "axbxcxdxe", true), ("a*b*c*d*e*", "axbxcxdxexxx", true), ("a*b?c*x", "abxbbxdbxebxczzx", true),
      ("a*b?c*x", "abxbbxdbxebxczzy", false), ("ab[c]", "abc", true), ("ab[b-d]", "abc", true),
      ("ab[e-g]", "abc", false), ("ab[^c]", "abc", false), ("ab[^b-d]", "abc", false), ("ab[^e-g]", "abc", true),
      ("a\\*b", "a*b", true), ("a\\*b", "ab", false), ("a?b", "a☺b", true), ("a[^a]b", "a☺b", true),
      ("a???b", "a☺b", false), ("a[^a][^a][^a]b", "a☺b", false), ("[a-ζ]*", "α", true), ("*[a-ζ]", "A", false),
      ("[\\]a]", "]", true), ("[\\-]", "-", true), ("[x\\-]", "x", true), ("[x\\-]", "-", true), ("[x\\-]", "z", false),
      ("[\\-x]", "x", true), ("[\\-x]", "-", true), ("[\\-x]", "a", false), ("*x", "xxx", true),
      ("nvidia*", "nvidia0", true), ("nvidia*", "nvidiactl", true), ("dir-???", "dir-abc", true),
      ("dir-???", "dir-ab", false), ("*", ".hidden", true), ("[!a]", "!", true), ("[!a]", "b", false),
      ("[z-a]", "m", false), ("**", "ab", true), ("*", "", true), ("?", "", false), ("{a,b}", "a", false),
      ("[*]", "*", true), ("e\u{301}", "\u{E9}", false), ("ABC", "abc", false),
    ])
  func match(pattern: String, name: String, matches: Bool) throws {
    #expect(try NameGlob(pattern).matches(Array(name.utf8)) == matches)
  }

  @Test("bytes that are not UTF-8 are characters, each one")
  func bytes() throws {
    #expect(try NameGlob("a?b").matches([0x61, 0xFF, 0x62]))
    #expect(try NameGlob("a??b").matches([0x61, 0xFF, 0xFE, 0x62]))
    #expect(try NameGlob("a[^x]*").matches([0x61, 0xC3]))
    #expect(try !NameGlob("a[a-z]").matches([0x61, 0xE9]))
    #expect(try !NameGlob("\u{FFFD}").matches([0xFF]))
  }

  @Test("a pattern that makes others backtrack is told within a blink")
  func bounded() throws {
    let pattern = String(repeating: "*a", count: 2000) + "b"
    let glob = try NameGlob(pattern)
    #expect(!glob.matches([UInt8](repeating: 0x61, count: 255)))
    #expect(try !NameGlob(String(repeating: "a*", count: 100) + "b").matches([UInt8](repeating: 0x61, count: 255)))
  }

  @Test(
    "what Go takes for no pattern is an error",
    arguments: [
      ("[", .classNotClosed), ("[^", .classNotClosed), ("[^bc", .classNotClosed), ("a[", .classNotClosed),
      ("a[x", .classNotClosed), ("[a-", .classNotClosed), ("[]a]", .classEmpty), ("[^]a]", .classEmpty),
      ("[]", .classEmpty), ("[-]", .bareHyphen), ("[x-]", .bareHyphen), ("[-x]", .bareHyphen), ("[a-b-c]", .bareHyphen),
      ("a\\", .endsInBackslash), ("[\\", .endsInBackslash), ("[a-\\", .endsInBackslash),
    ] as [(String, NameGlob.Fault)])
  func broken(pattern: String, fault: NameGlob.Fault) {
    #expect(throws: fault) { try NameGlob(pattern) }
    #expect(throws: PathPattern.Fault.glob(fault)) { try PathPattern("/dev/\(pattern)") }
  }

  @Test(
    "a path without wildcards is one path",
    arguments: [
      ("/", "/"), ("/var/lib/data", "/var/lib/data"), ("/var//lib/./data/", "/var/lib/data"), ("/a\\*b", "/a*b"),
      ("/a\\.b", "/a.b"), ("/\\.", "/"), ("/with space", "/with space"), ("/{a,b}", "/{a,b}"), ("/...", "/..."),
    ])
  func literal(text: String, path: String) throws {
    let pattern = try PathPattern(text)
    #expect(pattern.literal?.text == path)
    #expect(!pattern.hasWildcards)
  }

  @Test("a path with wildcards is one component after the other")
  func components() throws {
    let pattern = try PathPattern("/dev/dri/card[0-9]/*")
    #expect(pattern.literal == nil)
    #expect(pattern.hasWildcards)
    #expect(pattern.components.map { $0.matches(Array("dev".utf8)) } == [true, false, false, true])
    #expect(pattern.components.map { $0.matches(Array("card7".utf8)) } == [false, false, true, true])
  }

  @Test(
    "what is no absolute path is an error",
    arguments: [
      ("", .empty), ("dev/nvidia*", .relative), ("~/data", .relative), ("*", .relative), ("/a/../b", .parentReference),
      ("/..", .parentReference), ("/a/\\.\\./b", .parentReference), ("/a\0b", .holdsNUL),
      ("/" + String(repeating: "a", count: 256), .tooLong), ("/" + String(repeating: "a/", count: 2048), .tooLong),
      ("/a[/]b", .glob(.classNotClosed)), ("/a\\/b", .glob(.endsInBackslash)),
    ] as [(String, PathPattern.Fault)])
  func refused(text: String, fault: PathPattern.Fault) {
    #expect(throws: fault) { try PathPattern(text) }
  }

  @Test("patterns are told apart by code point")
  func equality() throws {
    #expect(try PathPattern("/e\u{301}") != PathPattern("/\u{E9}"))
    #expect(try PathPattern("/a*") == PathPattern("/a*"))
  }
}
