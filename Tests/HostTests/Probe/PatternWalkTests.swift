import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("The walk of a pattern")
struct PatternWalkTests {
  static func matches(_ pattern: String, patience: Duration = .seconds(5)) throws -> [String] {
    var observer = PathObserver(interrupt: nil, patience: patience)
    return PatternWalk.matches(of: try PathPattern(pattern), by: &observer).map { match in
      switch match {
      case .path(let path): path.text
      case .unreadable(let path, let evidence): "\(path) (\(evidence.source)): \(evidence.text)"
      }
    }
  }

  @Test("finds links wherever they lead, and what is in linked directories")
  func links() throws {
    let scratch = try ScratchRoot()
    try scratch.write("real/x", "")
    try scratch.link("a", to: "real")
    try scratch.link("b", to: "nothing")
    #expect(try Self.matches("\(scratch.path)/?") == ["a", "b"].map { "\(scratch.path)/\($0)" })
    #expect(try Self.matches("\(scratch.path)/*/x") == ["a/x", "real/x"].map { "\(scratch.path)/\($0)" })
  }

  @Test("finds what has no wildcard where it exists, and hidden names by a star")
  func literal() throws {
    let scratch = try ScratchRoot()
    try scratch.write(".hidden", "")
    #expect(try Self.matches("\(scratch.path)/*") == ["\(scratch.path)/.hidden"])
    #expect(try Self.matches("\(scratch.path)/.hidden") == ["\(scratch.path)/.hidden"])
    #expect(try Self.matches("\(scratch.path)/none").isEmpty)
    #expect(try Self.matches("/") == ["/"])
  }

  @Test("tells of a match whose name no manifest could write")
  func notUTF8() throws {
    let scratch = try ScratchRoot()
    var name = Array("\(scratch.path)/a".utf8CString)
    name.insert(CChar(bitPattern: 0xFF), at: name.count - 1)
    #expect(mkdir(name, 0o755) == 0)
    defer { rmdir(name) }
    #expect(
      try Self.matches("\(scratch.path)/*")
        == ["\(scratch.path) (list \(scratch.path)): a match whose name is not UTF-8: \"a\u{FFFD}\""])
  }

  @Test("stops at its limit, and says so")
  func limit() throws {
    let scratch = try ScratchRoot()
    for number in 0...Limits.patternMatches { try scratch.makeDirectory("d/\(number)") }
    let matches = try Self.matches("\(scratch.path)/d/*")
    #expect(matches.count == Limits.patternMatches + 1)
    let directory = "\(scratch.path)/d"
    #expect(matches.last == "\(directory) (list \(directory)): more than 1000 matches; the others were not looked at")
  }

  @Test("reads a directory of any number of names")
  func manyNames() throws {
    let scratch = try ScratchRoot()
    for number in 0..<5000 { try scratch.write("d/a-name-of-some-length-\(number)", "") }
    #expect(try Self.matches("\(scratch.path)/d/*-4???").count == 1000)
  }

  @Test("over a dead mount ends, and says so", .enabled(if: DeadMount.isPossible))
  func dead() throws {
    let mount = try DeadMount()
    #expect(
      try Self.matches("\(mount.path)/*", patience: .seconds(1))
        == ["\(mount.path) (list \(mount.path)): no answer within 1 s"])
  }
}
