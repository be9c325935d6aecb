import Core
import Testing

@Suite struct SurvivorsTests {
  static let first = "write_files:\n- {path: /a, content: x}\n"
  static let second = "write_files:\n- {path: /b, content: y}\n"
  static let place = Position(line: 2, column: 3)

  @Test(
    "an entry survives where the merge leaves it as it was",
    arguments: [
      ("dict(replace)+list()+str()", [1]), ("list(append)+dict(recurse_list)", [0, 1]),
      ("list(prepend)+dict(recurse_list)", [0, 1]), ("list()+dict()", [0]), ("list()+dict(recurse_list)", [1]),
      ("bogus", [0]),
      // The first entry's path and content stay, and the second adds nothing.
      ("list(recurse_dict)+dict(recurse_list)", [0]),
      // Path and content are joined of both.
      ("list(recurse_dict)+dict(recurse_list,recurse_str)+str(append)", []),
      // Replaced by the second's, within a mapping that was the first's.
      ("list(recurse_dict)+dict(recurse_list,recurse_str)+str()", [1]),
    ])
  func survives(strategy: String, parts: [Int]) {
    let merged = CloudConfigMerge.merge([.text(Self.first), .text(Self.second, mergeHeader: strategy)])
    #expect((0...1).filter { merged.survivors.contains(part: $0, entry: Self.place) } == parts)
  }

  @Test("an entry that takes its content from another part is neither's")
  func mixed() {
    let merged = CloudConfigMerge.merge([
      .text("write_files:\n- {path: /a}\n"),
      .text(Self.second, mergeHeader: "list(recurse_dict)+dict(recurse_list)"),
    ])
    #expect(!merged.survivors.contains(part: 0, entry: Self.place))
    #expect(!merged.survivors.contains(part: 1, entry: Self.place))
  }

  @Test("entries of one part are told apart by their place")
  func places() {
    let part = Part.text("write_files:\n- {path: /a}\n- {path: /b}\n")
    let merged = CloudConfigMerge.merge([
      part, .text("write_files: [{path: /c}]", mergeHeader: "list()+dict(recurse_list)"),
    ])
    #expect(!merged.survivors.contains(part: 0, entry: Position(line: 2, column: 3)))
    #expect(merged.survivors.contains(part: 0, entry: Position(line: 3, column: 3)))
    #expect(merged.survivors.contains(part: 1, entry: Position(line: 1, column: 15)))
  }

  @Test("the place is the one that the entry was decoded with")
  func sameIdentity() throws {
    let part = Part.text("#cloud-config\nx: &x {path: /a}\nwrite_files: [*x, {path: /b}]\n")
    let merged = CloudConfigMerge.merge([part])
    for file in try CloudConfig.decode(part).files {
      #expect(merged.survivors.contains(part: 0, entry: file.position))
    }
  }

  @Test(
    "nothing survives a later part that makes write_files something else",
    arguments: ["~", "text", "{a: b}", "5", "[]"])
  func replaced(value: String) {
    let merged = CloudConfigMerge.merge([.text(Self.first), .text("write_files: \(value)\n")])
    #expect(!merged.survivors.contains(part: 0, entry: Self.place))
  }

  @Test("an entry behind one that ends cloud-init's run is not cloud-init's")
  func behind() {
    let bad = Part.text("write_files:\n- {path: /b, owner: 5}\n")
    let append = Part.text(Self.first, mergeHeader: "list(append)+dict(recurse_list)")
    let prepend = Part.text(Self.first, mergeHeader: "list(prepend)+dict(recurse_list)")
    #expect(!CloudConfigMerge.merge([bad, append]).survivors.contains(part: 1, entry: Self.place))
    #expect(CloudConfigMerge.merge([bad, prepend]).survivors.contains(part: 1, entry: Self.place))
  }

  @Test("a part that is dropped writes nothing")
  func dropped() {
    let merged = CloudConfigMerge.merge([.text("write_files:\n- {path: /a}\nb: [\n")])
    #expect(!merged.survivors.contains(part: 0, entry: Self.place))
  }
}
