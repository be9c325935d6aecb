import Core
import Testing

struct ScriptJudgeTests {
  static func requirement(_ text: ScriptRequirement.Text = .inline([])) -> ScriptRequirement {
    ScriptRequirement(origin: Sample.origin, name: "disk health", text: text)
  }

  @Test(
    "a script is judged by how it ended",
    arguments: [
      (.exited(0), "fine", "pass ended with status 0"),
      (.exited(3), "a\nno disk\n\n", #"fail ended with status 3; last line: "no disk""#),
      (.exited(3), "", "fail ended with status 3"), (.exited(3), "\n \n", "fail ended with status 3"),
      (.exited(127), "x: not found", #"fail ended with status 127; last line: "x: not found""#),
      (.signalled(9), "", "fail killed by signal 9"), (.timedOut, "", "fail not done within its time limit"),
      (.interrupted(2), "", "unknown interrupted by signal 2"),
      (.notStarted("no such file or directory"), "", "fail not started: no such file or directory"),
    ] as [(CommandDetails.End, String, String)])
  func table(end: CommandDetails.End, output: String, gist: String) throws {
    let run = CommandDetails(end: end, output: Array(output.utf8))
    let verdict = try Sample.only(Self.requirement().judge(Sample.known(run)))
    #expect(verdict.gist == gist)
    #expect(verdict.id.text == "script:disk health")
    #expect(verdict.output == (verdict.outcome == .pass ? [] : Array(output.utf8)))
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test(
    "a script whose text is not there is unknown, and the remedy says how to get it",
    arguments: [
      (.url("https://example.com/x.sh"), "bringup bundle MANIFEST"),
      (.file("checks.sh"), "See that checks.sh is there"),
      (.inline([]), "directory for temporary files"),
    ] as [(ScriptRequirement.Text, String)])
  func unreadable(text: ScriptRequirement.Text, remedy: String) throws {
    let verdict = try Sample.only(Self.requirement(text).judge(.unreadable(Sample.denied)))
    #expect(verdict.gist == "unknown not known: /proc/x: permission denied")
    #expect(verdict.remedy?.contains(remedy) == true)
  }

  @Test("only the text of a URL is missing beforehand")
  func missingText() throws {
    #expect(Self.requirement().missingText == nil)
    #expect(Self.requirement(.file("x")).missingText == nil)
    let missing = try #require(Self.requirement(.url("https://example.com/x.sh")).missingText)
    #expect(missing.evidence.source == "https://example.com/x.sh")
    #expect(missing.value == nil)
  }
}
