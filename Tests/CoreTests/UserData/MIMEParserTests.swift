import Testing

@testable import Core

@Suite struct MIMEParserTests {
  @Test(
    "bodies lie between delimiters, without the end of line before one",
    arguments: [
      (message("\none", "\ntwo\n"), ["one", "two\n"]), ("Content-Type: text/plain\n\nbody\n", ["body\n"]),
      ("no header\n", ["no header\n"]), ("A: b\nno blank line", ["no blank line"]), (message("A: b"), [""]),
      (
        "Content-Type: multipart/x; boundary=B\r\n\r\npreamble\r\n--B \t\r\n\r\none\r\n\r\n--B--\r\nepilogue",
        ["one\r\n"]
      ),
      ("Content-Type: multipart/x; boundary=B\r\r--B\r\rone\r--B--", ["one"]),
      ("Content-Type: multipart/x; boundary=B\n\n--B\n--B\n\none\n--B--", ["one"]),
      ("Content-Type: multipart/x; boundary=B\n\n--B\n\n--Bx\n-- B\n--B-\n--B--", ["--Bx\n-- B\n--B-"]),
      ("Content-Type: multipart/x; boundary=\"\"\n\n--\n\none\n----", ["one"]),
      ("From me\nContent-Type: multipart/x; boundary=B\n\n--B\n\none\n--B--", ["one"]),
    ])
  func bodies(text: String, bodies: [String]) throws {
    #expect(try self.bodies(in: text) == bodies)
  }

  @Test("nested multiparts are flattened in order, and an outer delimiter ends an inner one")
  func nested() throws {
    let inner = "Content-Type: multipart/mixed; boundary=C\n\n--C\n\none\n--C\n\ntwo"
    #expect(try bodies(in: message("\nzero", inner, "\nthree")) == ["zero", "one", "two", "three"])
  }

  @Test("a message in a message is beside what it holds, and one in multipart/digest needs no type")
  func messages() throws {
    #expect(try bodies(in: message("Content-Type: message/rfc822\n\nA: b\n\none")) == ["", "one"])
    let digest = "Content-Type: multipart/digest; boundary=B\n\n--B\n\nA: b\n\none\n--B--"
    #expect(try bodies(in: digest) == ["", "one"])
    #expect(try bodies(in: message("Content-Type: message/delivery-status\n\nA: b\n\nC: d")) == ["A: b\n\nC: d"])
  }

  @Test("the lines of a body are counted in the message")
  func lines() throws {
    let parser = try MIMEParser(parsing: Array(message("A: b\r\n\r\none", "\rtwo\r").utf8))
    #expect(parser.entities.map(\.firstLine) == [5, 9])
    #expect(parser.entities.map(\.bodyFirstLine) == [7, 10])
  }

  @Test(
    "a message is closed by the last delimiter of its outermost multipart",
    arguments: [
      (message("\none"), true), ("A: b\n\nno multipart", true), (String(message("\none").dropLast(2)), false),
      ("Content-Type: multipart/x; boundary=B\n\n--B", false),
      (message("Content-Type: multipart/x; boundary=C\n\n--C\n\nopen"), true),
      ("Content-Type: multipart/x; boundary=B\n\n--B\n\none\n--B\n--B--", true),
    ])
  func closed(text: String, isClosed: Bool) throws {
    #expect(try MIMEParser(parsing: Array(text.utf8)).isClosed == isClosed)
  }

  @Test(
    "what is no message as a whole is refused",
    arguments: [
      ("Content-Type: multipart/mixed\n\n--B\n", .noBoundary),
      ("Content-Type: multipart/mixed; boundary=B\n\n--C\n\none\n--C--\n", .boundaryNeverSeen("B")),
      ("Content-Type: multipart/mixed; boundary=B\n\n--B--\n", .noParts),
      ("A: " + String(repeating: "b", count: Limits.mimeHeaderBytes) + "\n\n", .headersTooLong),
    ] as [(String, MIMEProblem)])
  func refused(text: String, problem: MIMEProblem) {
    #expect(throws: problem) { try MIMEParser(parsing: Array(text.utf8)) }
  }

  @Test("a part that cannot be read leaves its neighbours alone")
  func isolated() throws {
    let long = "A: " + String(repeating: "b\n ", count: Limits.mimeHeaderBytes / 3)
    let open = "Content-Type: multipart/mixed; boundary=C\n\nno part of it"
    let parser = try MIMEParser(parsing: Array(message(long, open, "\nlast").utf8))
    #expect(parser.entities.map(\.problem) == [.headersTooLong, .boundaryNeverSeen("C"), nil])
  }

  @Test("containers are nested so deep and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      depth == 0
        ? "\nbottom"
        : "Content-Type: multipart/x; boundary=b\(depth)\n\n--b\(depth)\n\(nested(depth - 1))\n--b\(depth)--"
    }
    #expect(try bodies(in: nested(Limits.partNesting)) == ["bottom"])
    let parser = try MIMEParser(parsing: Array(nested(Limits.partNesting + 1).utf8))
    #expect(parser.entities.map(\.problem) == [.nestedTooDeep])
  }

  @Test("no more parts are kept than one too many")
  func count() throws {
    let text = "Content-Type: multipart/x; boundary=B\n\n" + String(repeating: "--B\n\n\n", count: Limits.parts + 2)
    #expect(try MIMEParser(parsing: Array(text.utf8)).entities.count == Limits.parts + 1)
  }

  private func bodies(in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try MIMEParser(parsing: bytes).entities.map {
      String(decoding: bytes[$0.bodyStart..<$0.bodyEnd], as: UTF8.self)
    }
  }
}
