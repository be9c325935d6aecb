import Core
import Testing

@Suite struct NearestTests {
  static let directives = ["execStartPre", "execStartPost", "execStop", "timeoutSec", "restart", "raw"]

  @Test(
    "a slip of the pen finds the word that was meant",
    arguments: [
      ("execStartPer", "execStartPre"), ("ExecStartPre", "execStartPre"), ("timeoutsec", "timeoutSec"),
      ("timoutSec", "timeoutSec"), ("execStartPst", "execStartPost"), ("rwa", "raw"), ("restrat", "restart"),
    ])
  func suggests(word: String, wanted: String) {
    #expect(Nearest.match(word, among: Self.directives) == wanted)
  }

  @Test(
    "a word far from all of them gets no suggestion", arguments: ["description", "", "x", "wantedBy", "exec", "cow"])
  func staysSilent(word: String) {
    #expect(Nearest.match(word, among: Self.directives) == nil)
  }

  @Test("of equally near words the first wins")
  func firstWins() {
    #expect(Nearest.match("cat", among: ["bat", "rat"]) == "bat")
  }

  @Test("a word is compared only with candidates of about its length")
  func longWord() {
    #expect(Nearest.match(String(repeating: "a", count: 1_000_000), among: Self.directives) == nil)
  }
}
