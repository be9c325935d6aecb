import Foundation
import Testing

@testable import Core

@Suite struct SourceTextTests {
  private static let script = Array("#!/bin/sh\n".utf8)

  @Test(
    "gzip and base64 come off, in any order",
    arguments: [
      ([], false), ([.gzip], true), ([.base64], true), ([.gzip, .base64], true), ([.base64, .gzip], true),
      ([.base64, .base64, .gzip, .gzip], true),
    ] as [([Wrapping], Bool)])
  func unwrapped(wrappings: [Wrapping], wasWrapped: Bool) throws {
    let text = try SourceText(opening: wrapped(wrappings))
    #expect(text.bytes == Self.script)
    #expect(text.wasWrapped == wasWrapped)
  }

  @Test("no more layers than four come off")
  func tooManyLayers() {
    #expect(throws: BlobProblem.wrappedTooOften) { try SourceText(opening: wrapped(Array(repeating: .gzip, count: 5))) }
    #expect(BlobProblem.wrappedTooOften.sentence == "wrapped in gzip and base64 more than 4 times")
  }

  @Test("base64 of nothing known is left as it is")
  func unknownInside() {
    #expect(throws: BlobProblem.unknownKind) { try SourceText(opening: base64(Array("echo hi\n".utf8))) }
  }

  @Test("gzip of nothing known, and broken gzip, is a problem")
  func gzipProblems() {
    #expect(throws: BlobProblem.unknownKind) { try SourceText(opening: gzipped(Array("echo hi\n".utf8))) }
    #expect(throws: BlobProblem.empty) { try SourceText(opening: gzipped([])) }
    #expect(throws: BlobProblem.gzip(.cutShort)) { try SourceText(opening: Array(gzipped(Self.script).dropLast())) }
  }

  @Test("positions in a wrapped source count inside the part, which is named")
  func placement() {
    let text = gzipped(Array("#!/bin/sh\n".utf8) + [0xFF])
    let list = PartDecoder.decode([source(text)])
    #expect(list.failureLines == ["file: source[file]:2:1: byte 0xFF is not UTF-8; save the text as UTF-8"])
  }

  enum Wrapping {
    case gzip
    case base64
  }

  private func wrapped(_ wrappings: [Wrapping]) -> [UInt8] {
    wrappings.reduce(Self.script) { content, wrapping in
      switch wrapping {
      case .gzip: gzipped(content)
      case .base64: base64(content)
      }
    }
  }

  private func base64(_ content: [UInt8]) -> [UInt8] {
    Array(Data(content).base64EncodedString(options: .lineLength76Characters).utf8) + [0x0A]
  }
}
