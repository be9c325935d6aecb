import Foundation
import Testing

@testable import Core

/// A bundled manifest is the same manifest with the contents in place, for generated manifests and contents.
///
/// `BRINGUP_SEED` makes others, `BRINGUP_CASES` more of them.
struct BundlePropertyTests {
  private struct Sample {
    let manifest: String
    let contents: [[UInt8]]
    let result: [UInt8]
  }

  private static func samples() throws -> [Sample] {
    let environment = ProcessInfo.processInfo.environment
    var source = BundleSamples(seed: environment["BRINGUP_SEED"].flatMap { UInt64($0) } ?? 1)
    var samples: [Sample] = []
    for _ in 0..<(environment["BRINGUP_CASES"].flatMap { Int($0) } ?? 1500) {
      let manifest = source.manifest()
      let bundle = try Bundle(manifest)
      #expect(bundle.errors.isEmpty, "\(manifest.debugDescription)")
      #expect(bundle.references.map(\.address.text) == bundle.references.indices.map { "file://\($0)" })
      let contents = bundle.references.map { source.content(for: $0) }
      samples.append(Sample(manifest: manifest, contents: contents, result: try bundle.filled(with: contents)))
    }
    return samples
  }

  @Test("to this program's own reader")
  func ownReader() throws {
    for sample in try Self.samples() {
      let before = try YAML.parseAll(Array(sample.manifest.utf8), placement: .whole("before"))
      let wanted = TaggedJSON.list(before.map { TaggedJSON($0, floats: .bits) }).filled(with: sample.contents)
      let after = try YAML.parseAll(sample.result, placement: .whole("after"))
      let found = TaggedJSON.list(after.map { TaggedJSON($0, floats: .bits) })
      if wanted != found {
        Issue.record(
          "\(sample.manifest.debugDescription) became \(String(decoding: sample.result, as: UTF8.self).debugDescription)"
        )
      }
    }
  }

  @Test("to PyYAML")
  func pyYAML() throws {
    let samples = try Self.samples()
    let program = """
      import base64, json, sys, yaml

      def filled(value, contents):
          if isinstance(value, str) and value.strip().startswith("file://"):
              content = contents[int(value.strip()[7:])]
              try:
                  return content.decode()
              except UnicodeDecodeError:
                  return content
          if isinstance(value, list):
              return [filled(item, contents) for item in value]
          if isinstance(value, dict):
              return {key: filled(item, contents) for key, item in value.items()}
          return value

      for number, (before, contents, after) in enumerate(json.load(sys.stdin)):
          contents = [base64.b64decode(content) for content in contents]
          wanted = [filled(document, contents) for document in yaml.safe_load_all(before)]
          try:
              found = list(yaml.safe_load_all(base64.b64decode(after)))
          except yaml.YAMLError as error:
              found = error
          if found != wanted:
              print(number, repr(found))
      """
    let input = JSON.array(
      samples.map { sample in
        let contents = sample.contents.map { JSON.string(Data($0).base64EncodedString()) }
        return [.string(sample.manifest), .array(contents), .string(Data(sample.result).base64EncodedString())]
      })
    let outcome = try Program.run("/usr/bin/python3", "-c", program, input: input.bytes(.compact))
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }

  @Test("nothing in it is an address any more")
  func addresses() throws {
    for sample in try Self.samples() {
      let bundle = try Bundle(sample.result, named: "after")
      #expect(bundle.references.isEmpty && bundle.errors.isEmpty, "\(sample.manifest.debugDescription)")
    }
  }

  @Test("nothing of the text gives way but addresses, and new lines go in between lines")
  func rest() throws {
    var blocks = 0
    for sample in try Self.samples() {
      let text = Array(sample.manifest.utf8)
      let writer = ContentWriter(text: text)
      for (reference, content) in zip(try Bundle(sample.manifest).references, sample.contents) {
        let written = String(decoding: text[reference.site.extent], as: UTF8.self)
        #expect(written.trimmingCharacters(in: CharacterSet(charactersIn: "\"'|->\r\n ")) == reference.address.text)
        let edits = try writer.edits(content, for: reference)
        #expect(edits[0].range == reference.site.extent)
        guard edits.count > 1 else { continue }
        blocks += 1
        #expect(edits.count == 2 && edits[1].range.isEmpty)
        let place = edits[1].range.lowerBound
        #expect(place == text.count || text[place - 1] == UInt8(ascii: "\n"))
      }
    }
    #expect(blocks > 500, "too few of the contents became blocks")
  }
}

extension TaggedJSON {
  /// The value with a content in place of each address.
  fileprivate func filled(with contents: [[UInt8]]) -> TaggedJSON {
    switch self {
    case .string(let points):
      let text = String(String.UnicodeScalarView(points.compactMap { Unicode.Scalar($0) }))
      guard let address = try? ReferenceAddress(text), let number = Int(address.text.dropFirst(7)) else { return self }
      let content = contents[number]
      return String(validating: content, as: UTF8.self).map { .string($0.unicodeScalars.map(\.value)) }
        ?? .tag("!binary", content.map { String(format: "%02x", $0) }.joined())
    case .list(let items): return .list(items.map { $0.filled(with: contents) })
    case .map(let pairs): return .map(pairs.map { [$0[0], $0[1].filled(with: contents)] })
    case .null, .bool, .tag, .set: return self
    }
  }
}
