import Testing

@testable import Host

@Suite("A script's interpreter")
struct InterpreterTests {
  @Test(
    "is the first word of the first line, its argument the rest",
    arguments: [
      ("#!/bin/sh\necho", "/bin/sh", nil),
      ("#!/bin/sh", "/bin/sh", nil),
      ("#! \t/bin/sh -e  \n", "/bin/sh", "-e"),
      ("#!/usr/bin/env -S python3 -u\n", "/usr/bin/env", "-S python3 -u"),
      ("#!/bin/sh\r\n", "/bin/sh\r", nil),
      ("#!relative\n", "relative", nil),
    ] as [(String, String, String?)])
  func named(script: String, path: String, argument: String?) throws {
    let interpreter = try #require(Interpreter(of: Array(script.utf8)))
    #expect(interpreter.path == path)
    #expect(interpreter.argument == argument)
  }

  @Test(
    "is not there without one",
    arguments: ["", "#", "#!", "#!\n/bin/sh", "#! \t\n", "\n#!/bin/sh", "\u{FEFF}#!/bin/sh", "echo"])
  func none(script: String) {
    #expect(Interpreter(of: Array(script.utf8)) == nil)
  }
}
