import Core
import Testing

@Suite struct NamePatternTests {
  @Test(
    "the whole name has to match, capitals and small letters alike",
    arguments: [
      ("centos", "centos", true), ("CentOS", "centos", true), ("centos", "CENTOS", true), ("suse", "opensuse", false),
      (".*suse.*", "opensuse-tumbleweed", true), ("amz", "amzn", false), ("amzn?", "amzn", true), ("", "", true),
      ("^centos$", "centos", true), ("^rhel$|^centos$", "centos", true), ("a^", "a", false), ("$a", "a", false),
      ("rhel|centos|rocky", "rocky", true), ("rhel|centos", "rhelcentos", false), ("(rhel|cent)(os)?", "cent", true),
      ("(rhel|cent)(os)?", "rhelos", true), ("a|ab", "ab", true), ("ab+", "abbb", true), ("ab+", "a", false),
      ("ab*c", "ac", true), ("[a-z]+[0-9]*", "sles15", true), ("[^a-z]+", "abc", false), ("[^a-z]+", "ABC", false),
      ("[^a-z]+", "12", true), ("[A-C]", "b", true), ("[]x]", "]", true), ("[a\\]+", "a\\", true), ("[a-]", "-", true),
      ("a\\.b", "a.b", true), ("a\\.b", "axb", false), ("a.b", "axb", true), ("(a|)b", "b", true), ("()", "", true),
      ("(((a*)*)*)*b", String(repeating: "a", count: 250), false), ("a.*?b", "axxb", true), ("é", "é", true),
      ("a}", "a}", true), (".", "\n", true), ("a", "a\0", false),
    ])
  func match(pattern: String, name: String, matches: Bool) throws {
    #expect(try NamePattern(pattern).matches(name) == matches)
  }

  @Test(
    "what is no pattern, or no safe one, is an error",
    arguments: [
      ("(a", .groupNotClosed), ("((a)", .groupNotClosed), ("(", .groupNotClosed), ("a)", .groupNotOpened),
      (")", .groupNotOpened), ("*", .nothingToRepeat), ("a|+", .nothingToRepeat), ("(?i)centos", .nothingToRepeat),
      ("[a", .classNotClosed), ("[]", .classNotClosed), ("[^]", .classNotClosed), ("[z-a]", .classReversed),
      ("[[:alpha:]]", .classByName), ("a\\", .endsInBackslash), ("\\d+", .escapedLetter), ("(a)\\1", .escapedLetter),
      ("a{2}", .repeatCount), ("{", .repeatCount), ("a{9999}{9999}", .repeatCount),
      (String(repeating: "a", count: 257), .tooLong),
    ] as [(String, NamePattern.Fault)])
  func refused(pattern: String, fault: NamePattern.Fault) {
    #expect(throws: fault) { try NamePattern(pattern) }
  }

  @Test("the deepest nesting there is room for, and the most alternatives, are read and matched")
  func deep() throws {
    let nested = String(repeating: "(", count: 127) + "a*" + String(repeating: ")", count: 127)
    #expect(try NamePattern(nested).matches("aaaa"))
    #expect(try NamePattern(String(repeating: "(", count: 64) + "a" + String(repeating: ")*", count: 64)).matches("aa"))
    #expect(try NamePattern(String(repeating: "|", count: 256)).matches(""))
  }
}

@Suite struct ReleaseVersionTests {
  @Test(
    "a version covers those that begin with its components",
    arguments: [
      ("7", "7", true), ("7", "7.4", true), ("7", "7.4.1708", true), ("7", "70", false), ("7.1", "7.10", false),
      ("7.1", "7.1.2", true), ("7.2", "7", false), ("16", "16.04.3", true), ("16.04", "16.04", true),
      ("16.4", "16.04", false), ("1", "16.04", false), ("7", "", false), ("12", "12-SP3", false),
    ])
  func covers(wanted: String, found: String, isCovered: Bool) throws {
    #expect(try #require(ReleaseVersion(parsing: wanted)).covers(found) == isCovered)
  }

  @Test(
    "a version finer than what a release tells is known as such",
    arguments: [
      ("7.2", "7", true), ("7.2.1", "7.2", true), ("7", "7", false), ("7.2", "7.2", false), ("7.2", "8", false),
      ("7", "7.2", false), ("70.1", "7", false),
    ])
  func finer(wanted: String, found: String, isFiner: Bool) throws {
    #expect(try #require(ReleaseVersion(parsing: wanted)).isFiner(than: found) == isFiner)
  }

  @Test("what is no version", arguments: ["", ".", "7.", ".7", "7..2", "7 2", " 7", "7\n"])
  func refused(text: String) {
    #expect(ReleaseVersion(parsing: text) == nil)
  }
}
