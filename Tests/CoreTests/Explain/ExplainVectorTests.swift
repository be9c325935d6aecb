import Foundation
import Testing

@testable import Core

/// Every recorded case, told exactly as cloud-init has it: nothing here is done better.
@Suite struct ExplainVectorTests {
  @Test("recorded blobs come to the parts that cloud-init hands on", arguments: Vectors.cases("mime"))
  func mime(vector: JSON) throws {
    let explanation = explained(try bytes(vector["input_b64"]))
    guard let wanted = vector["parts"]?.array else {
      #expect(vector["error"] == true)
      #expect(explanation.fatal != nil)
      return
    }
    let parts = explanation.parts.filter { part in
      if case .archive = part.fate { false } else { true }
    }
    #expect(
      parts.map { [$0.name?.description, $0.type] } == wanted.map { [$0["filename"]?.string, $0["type"]?.string] })
    #expect(try parts.map(\.content) == wanted.map { $0["payload_b64"] == .null ? nil : try bytes($0["payload_b64"]) })
  }

  @Test(
    "recorded first lines are taken for the types that cloud-init takes them for", arguments: Vectors.cases("sniff"))
  func sniff(vector: JSON) throws {
    let explanation = explained(try #require(vector["in"]?.string))
    #expect(explanation.parts.map(\.type) == [vector["type"]?.string ?? "text/x-not-multipart"])
  }

  @Test("recorded parts merge into what cloud-init made of them", arguments: Vectors.cases("merge"))
  func merge(vector: JSON) throws {
    let parts = try #require(vector["parts"]?.array)
    var message = "Content-Type: multipart/mixed; boundary=\"B\"\nMIME-Version: 1.0\n\n"
    for (index, part) in parts.enumerated() {
      let body = try #require(part["body"]?.string)
      let type = body.hasPrefix("#cloud-config-jsonp") ? "text/cloud-config-jsonp" : "text/cloud-config"
      message += "--B\nContent-Type: \(type)\nContent-Disposition: a; filename=p\(index)\n"
      if case .object(let headers) = part["headers"] {
        message += headers.map { "\($0.name): \($0.value.string ?? "")\n" }.joined()
      }
      message += "\n\(body)\n"
    }
    let explanation = explained(message + "--B--\n")
    let accepted = explanation.parts.compactMap { part -> JSON? in
      if case .merged = part.fate { .string(part.name?.description ?? "") } else { nil }
    }
    guard !message.contains("jsonp") else {
      #expect(explanation.parts.contains { if case .notSimulated(.merge) = $0.fate { true } else { false } })
      return
    }
    #expect(accepted == vector["accepted"]?.array)
    let value = try #require(PythonJSON.json(explanation.config.value))
    #expect(Self.sorted(value) == Self.sorted(try #require(vector["merged"])))
  }

  /// Mappings in one order: the recorded ones are from before the configuration is written down.
  private static func sorted(_ json: JSON) -> JSON {
    if let pairs = json["!map"]?.array {
      let inner = pairs.map { JSON.array(($0.array ?? []).map(sorted)) }
      let order = inner.sorted { $0.bytes(.compact).lexicographicallyPrecedes($1.bytes(.compact)) }
      return ["!map": .array(order)]
    }
    return json.array.map { .array($0.map(sorted)) } ?? json
  }

  @Test("recorded commands become the script that cloud-init made of them", arguments: Vectors.cases("shellify"))
  func shellify(vector: JSON) throws {
    let yaml = try #require(vector["yaml"]?.string)
    let explanation = explained("#cloud-config\nbootcmd:\n\(yaml)\n")
    let script = try #require(explanation.bootScript)
    if let wanted = vector["script"]?.string {
      #expect(script == wanted)
    } else {
      #expect(script.hasPrefix("fails: "))
    }
  }

  @Test("recorded names of parts are the names of the files that are run", arguments: Vectors.cases("filename"))
  func fileName(vector: JSON) throws {
    let name = try #require(vector["name"]?.string)
    let encoded = Data(name.utf8).map { String(format: "%%%02x", $0) }.joined()
    let part = "Content-Type: text/x-shellscript\nContent-Disposition: a; filename*=utf-8''\(encoded)\n\n#!/bin/sh\n"
    let explanation = explained(message(part))
    let clean = try #require(vector["clean"]?.string)
    let wanted = clean.isEmpty ? "part-001" : clean
    #expect(explanation.scripts.map(\.name) == (wanted == ".." ? [] : [wanted]))
  }

  @Test("recorded line ends of scripts are mended as cloud-init mends them", arguments: Vectors.cases("dos2unix"))
  func lineEnds(vector: JSON) throws {
    let text = Data(try #require(vector["in"]?.string).utf8).base64EncodedString()
    let part = "Content-Type: text/x-shellscript-per-boot\nContent-Transfer-Encoding: base64\n\n\(text)"
    let script = try #require(explained(message(part)).scripts.first)
    #expect(String(decoding: script.content, as: UTF8.self) == vector["out"]?.string)
    #expect(script.directory == .perBoot)
  }

  /// A version that leaves the mode as it is asked for: the recorded one is that of the request.
  @Test("recorded permissions are the modes that cloud-init reads in them", arguments: Vectors.cases("permissions"))
  func permissions(vector: JSON) throws {
    let yaml = try #require(vector["yaml"]?.string)
    let text = "#cloud-config\nwrite_files:\n- {path: /f, permissions: \(yaml)}\n"
    let mode = try #require(vector["mode"]?.integer)
    let file = try #require(explained(text, version: CloudInitVersion(26, 2)).files.first)
    #expect(file.mode == (mode == 0 ? nil : FileMode(UInt32(truncatingIfNeeded: mode))))
  }

  @Test("recorded owners are looked up as cloud-init looks them up", arguments: Vectors.cases("owner"))
  func owner(vector: JSON) throws {
    let owner = try #require(vector["owner"]?.string)
    let explanation = explained("#cloud-config\nwrite_files:\n- {path: /f, owner: '\(owner)'}\n")
    let file = try #require(explanation.files.first)
    let names = [vector["user"]?.string, vector["group"]?.string]
    if names.contains(where: { $0?.contains(":") == true }) {
      #expect(explanation.writeFiles.first?.fate.end != nil)
    } else {
      #expect([file.user, file.group].map { $0?.text } == names)
    }
  }

  @Test("recorded encodings are undone in cloud-init's steps", arguments: Vectors.cases("encoding"))
  func encoding(vector: JSON) throws {
    let steps = try #require(vector["steps"]?.array).compactMap(\.string)
    var content = Array("content".utf8)
    if steps.contains("application/x-gzip") { content = gzipped(content) }
    let text = steps == ["text/plain"] ? "content" : "!!binary \(Data(content).base64EncodedString())"
    let written =
      steps.contains("application/base64") ? "'\(Data(content).base64EncodedString())'" : text
    let encoding = vector["encoding"]?.string.map { "'\($0)'" } ?? "~"
    let yaml = "#cloud-config\nwrite_files:\n- {path: /f, content: \(written), encoding: \(encoding)}\n"
    #expect(explained(yaml).files.map(\.content) == [Array("content".utf8)])
  }

  @Test("recorded values count as true as they do for cloud-init", arguments: Vectors.cases("bool"))
  func flag(vector: JSON) throws {
    let yaml = try #require(vector["yaml"]?.string)
    let explanation = explained("#cloud-config\nwrite_files:\n- {path: /f, append: \(yaml)}\n")
    #expect(explanation.files.map { JSON.bool($0.isAppended) } == [vector["bool"] ?? .null])
  }

  @Test("recorded documents have the values that PyYAML reads, tagged alike", arguments: Vectors.cases("yaml"))
  func yaml(vector: JSON) throws {
    let text = try #require(vector["yaml"]?.string)
    guard let wanted = vector["value"] else {
      #expect(throws: UserDataError.self) { _ = try YAML.parse(Array(text.utf8), placement: .whole("yaml")) }
      return
    }
    let node = try YAML.parse(Array(text.utf8), placement: .whole("yaml"))
    #expect((node.map { PythonJSON.json($0) } ?? .null) == wanted)
  }

  private func bytes(_ base64: JSON?) throws -> [UInt8] {
    let text = try #require(base64?.string)
    return Array(try #require(Data(base64Encoded: text)))
  }
}
