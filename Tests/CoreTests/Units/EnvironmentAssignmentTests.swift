import Core
import Testing

@Suite struct EnvironmentAssignmentTests {
  @Test(
    "a value is quoted for systemd",
    arguments: [
      ("A=b", "A=b"), ("A=b c", "\"A=b c\""), ("A=", "A="), ("_a1=x=y", "_a1=x=y"), ("A=5%", "A=5%%"), ("A=$B", "A=$B"),
      ("A=a\nb\"\\", #""A=a\nb\"\\""#), ("A='", "\"A='\""),
    ])
  func quoted(text: String, word: String) throws {
    #expect(try EnvironmentAssignment(text).quoted() == word)
  }

  @Test(
    "a name is letters, digits and underscores",
    arguments: [
      ("A", UnitProblem.noEqualsInAssignment), ("=b", .badVariableName("")), ("1A=b", .badVariableName("1A")),
      ("A B=c", .badVariableName("A B")), ("A-B=c", .badVariableName("A-B")), ("É=c", .badVariableName("É")),
      ("A=b\0", .holdsNUL),
      ("A=\u{FFFE}", .notUTF8),
    ])
  func refused(text: String, problem: UnitProblem) {
    #expect(throws: problem) { try EnvironmentAssignment(text) }
  }
}
