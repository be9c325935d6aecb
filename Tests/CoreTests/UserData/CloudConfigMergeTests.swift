import Foundation
import Testing

@testable import Core

@Suite struct CloudConfigMergeTests {
  @Test("recorded parts merge into what cloud-init made of them", arguments: Vectors.cases("merge"))
  func recorded(vector: JSON) throws {
    let parts = try #require(vector["parts"]?.array).map(Self.part)
    let merged = CloudConfigMerge.merge(parts)
    guard !parts.contains(where: { $0.type == .cloudConfigPatch }) else {
      #expect(merged.outcomes.contains { if case .notSimulated = $0 { true } else { false } })
      return
    }
    let wanted = try TaggedJSON(#require(vector["merged"]))
    #expect(TaggedJSON(merged.root) == wanted)
    let accepted = merged.outcomes.indices.filter { index in
      if case .merged = merged.outcomes[index] { true } else { false }
    }
    #expect(accepted.map { .string("p\($0)") } == vector["accepted"]?.array)
  }

  /// Header names are case-sensitive to cloud-init.
  private static func part(_ vector: JSON) -> Part {
    let body = vector["body"]?.string ?? ""
    return .text(
      body, type: body.hasPrefix("#cloud-config-jsonp") ? .cloudConfigPatch : .cloudConfig,
      mergeHeader: vector["headers"]?["Merge-Type"]?.string ?? vector["headers"]?["X-Merge-Type"]?.string)
  }

  @Test(
    "two values merge as the strategy says",
    arguments: [
      ("dict(recurse_list)+list(append)", "[1, 2]", "[3]", "[1, 2, 3]"),
      ("dict(recurse_list)+list(prepend)", "[1, 2]", "[3]", "[3, 1, 2]"),
      ("dict(recurse_list)+list()", "[1, 2]", "[3]", "[3, 2]"),
      ("dict(recurse_list)+list()", "[1]", "[3, 4]", "[3]"),
      ("dict(recurse_list)+list(no_replace)", "[1, 2]", "[3]", "[1, 2]"),
      ("dict(recurse_list)+list(append,prepend)", "[1]", "[2]", "[1, 2]"),
      ("dict(recurse_list)+list(replace,no_replace)", "[1]", "[2]", "[2]"),
      ("dict(recurse_list)", "[1]", "[2]", "[1]"),
      ("dict(recurse_str)+list(append)", "[1]", "hi", "[1, h, i]"),
      ("dict(recurse_str)+list()", "[1]", "hi", "hi"),
      ("dict()+list(append)", "[1]", "{a: b, c: d}", "[1, a, c]"),
      ("dict()+list()", "[1]", "{a: b}", "{a: b}"),
      ("dict()+list(no_replace)", "[1]", "{0: b}", "[1]"),
      ("dict()+list(no_replace)", "[1, 2]", "{true: b, no: c}", "[1, 2]"),
      ("dict(recurse_str)+str(append)", "a", "b", "ab"),
      ("dict(recurse_str)+str()", "a", "b", "b"),
      ("dict(recurse_str)", "a", "b", "a"),
      ("dict()+str()", "a", "b", "a"),
      ("dict()+str()", "a", "{b: c}", "{b: c}"),
      ("dict(recurse_list)+str()", "a", "[b]", "[b]"),
      ("dict()", "{a: 1, b: 2}", "{b: 3, c: 4}", "{a: 1, b: 2, c: 4}"),
      ("dict(replace)", "{a: 1, b: 2}", "{b: 3, c: 4}", "{b: 3, c: 4}"),
      ("dict()", "{a: {b: {c: 1}}}", "{a: {b: {d: 2}}}", "{a: {b: {c: 1, d: 2}}}"),
      ("dict(allow_delete)", "{a: 1, b: 2}", "{a: }", "{b: 2}"),
      ("dict()", "{a: 1}", "{a: }", "{a: 1}"),
      ("dict()", "{1: a}", "{true: b, 1.0: c, '1': d}", "{1: a, '1': d}"),
      ("dict()", "5", "{a: 1}", "5"), ("dict()", "~", "{a: 1}", "~"),
      ("dict(recurse_list)+list(append)", "~", "[1]", "~"),
      (
        "dict(recurse_list)+list(recurse_dict,recurse_list,recurse_str)+str(append)", "[{a: 1}, [b, c], d, e]",
        "[{a: 2, f: 3}, [g], h, 4]", "[{a: 1, f: 3}, [bg, c], dh, 4]"
      ),
      ("dict(recurse_list)+list(recurse_dict)", "[{a: 1}]", "[{b: 2}]", "[{a: 1, b: 2}]"),
      ("dict(recurse_list)+list()", "[{a: 1}]", "[{b: 2}]", "[{b: 2}]"),
    ])
  func values(strategy: String, old: String, new: String, result: String) throws {
    let merged = CloudConfigMerge.merge([
      .text("x: \(old)\n"), .text("x: \(new)\nmerge_how: '\(strategy)'\n"),
    ])
    let wanted = CloudConfigMerge.merge([.text("x: \(result)\n")])
    #expect(
      TaggedJSON(merged.root)
        == TaggedJSON(wanted.root))
    #expect(merged.outcomes.allSatisfy { if case .merged = $0 { true } else { false } })
  }

  @Test(
    "a part that cloud-init drops is told with the reason",
    arguments: [
      (
        "merge_how: append",
        "merge_how \"append\" is not of the form name(option,option), so cloud-init drops the part"
      ),
      (
        "merge_how: 'dict()+(a)'",
        "merge_how \"(a)\" is not of the form name(option,option), so cloud-init drops the part"
      ),
      (
        "merge_how: \"list(\\n)\"",
        "merge_how \"list(\\n)\" is not of the form name(option,option), so cloud-init drops the part"
      ),
      (
        "merge_how: nosuch(append)",
        "merge_how names \"nosuch\", so cloud-init drops the part; it knows dict, list and str"
      ),
      ("merge_how: [[List]]", "merge_how names \"List\", so cloud-init drops the part; it knows dict, list and str"),
      (
        "merge_how: 5",
        "merge_how holds a number, so cloud-init drops the part; write e.g. \"list(append)+dict(recurse_list)\""
      ),
      (
        "merge_how: [list]",
        "merge_how holds text, so cloud-init drops the part; write e.g. \"list(append)+dict(recurse_list)\""
      ),
      (
        "merge_how: [[]]",
        "merge_how holds an empty list, so cloud-init drops the part; write e.g. \"list(append)+dict(recurse_list)\""
      ),
      (
        "merge_how: {list: append}",
        "merge_how holds text, so cloud-init drops the part; write e.g. \"list(append)+dict(recurse_list)\""
      ),
      (
        "merge_how: [{name: list}]",
        "an item of merge_how has no name or no settings, so cloud-init drops the part; write {name: list, settings: []}"
      ),
      (
        "merge_how: [{name: list, settings: }]",
        "settings of merge_how is nothing, so cloud-init drops the part; write a list of options"
      ),
      (
        "{s: [a], merge_how: 'dict(recurse_list)+str(append)'}",
        "a list cannot be joined with the text of an earlier part, so cloud-init drops the part"
      ),
      (
        "{l: {a: b}, merge_how: 'dict()+list(no_replace)'}",
        "a mapping meets a list of an earlier part under list(no_replace), so cloud-init drops the part"
      ),
      ("- a", "the document is a list; write a mapping of keys"),
      ("", "the document is empty; write a mapping, or remove the part"),
    ])
  func dropped(text: String, sentence: String) {
    let merged = CloudConfigMerge.merge([.text("{s: text, l: [1]}"), .text(text)])
    guard case .dropped(let error) = merged.outcomes[1] else {
      Issue.record("the part was not dropped")
      return
    }
    #expect(error.problem.sentence == sentence)
    #expect(merged.root.entries.count == 2)
  }

  @Test(
    "strategies that are written differently are the same",
    arguments: [
      "list(append)+dict(recurse_list)", " List( Append ) ++ DICT(recurse-list)",
      "m_list(append)+m_dict(recurse-array)",
      "list(append,prepend)+dict(recurse_list)+", "list(append)+list(prepend)+dict(recurse_list)+dict(replace)",
      "list(append),append)+dict(x,recurse_list)",
    ])
  func spelling(text: String) {
    let merged = CloudConfigMerge.merge([.text("x: [1]"), .text("x: [2]", mergeHeader: text)])
    let wanted = CloudConfigMerge.merge([.text("x: [1, 2]")])
    #expect(TaggedJSON(merged.root) == TaggedJSON(wanted.root))
  }

  @Test("the mergers of merge_how come before those of the header")
  func headerSecond() {
    let merged = CloudConfigMerge.merge([
      .text("x: [1]"), .text("{x: [2], merge_how: 'list(prepend)'}", mergeHeader: "list(append)+dict(recurse_list)"),
    ])
    let wanted = CloudConfigMerge.merge([.text("x: [2, 1]")])
    #expect(TaggedJSON(merged.root) == TaggedJSON(wanted.root))
  }

  @Test(
    "list forms of merge_how count as cloud-init counts them",
    arguments: [
      ("[{name: list, settings: [append]}, {name: dict, settings: [recurse_list]}]", "[1, 2]"),
      ("[[list, append], [dict, recurse_list]]", "[1, 2]"),
      ("[[list, prepend], [dict, recurse_list]]", "[2, 1]"),
      ("[[m_list, append], {name: ' m-dict ', settings: {recurse_list: x}}]", "[1, 2]"),
      ("[{name: dict, settings: no_replace}]", "[2]"),
      ("[{name: dict, settings: xrecurse_listx}, [list, append]]", "[1, 2]"),
      ("[['', append]]", "[2]"), ("[!!binary AAE=]", "[2]"), ("[{name: '', settings: 5}]", "[2]"), ("[]", "[2]"),
      ("{}", "[2]"), ("''", "[2]"),
      ("[[dict, Recurse_List], [list, append]]", "[1]"),
    ])
  func listForms(mergers: String, result: String) {
    let merged = CloudConfigMerge.merge([.text("x: [1]"), .text("x: [2]\nmerge_how: \(mergers)\n")])
    let wanted = CloudConfigMerge.merge([.text("x: \(result)")])
    #expect(
      TaggedJSON(merged.root)
        == TaggedJSON(wanted.root))
  }

  @Test("parts of other types are passed over, and a patch is told to be")
  func otherTypes() {
    let merged = CloudConfigMerge.merge([
      .text("#!/bin/sh", type: .shellScript), .text("a: 1"), .text("[]", type: .cloudConfigPatch),
    ])
    #expect(merged.root.entries.count == 1)
    guard case .notConfig = merged.outcomes[0], case .notSimulated(let error) = merged.outcomes[2] else {
      Issue.record("a script is no config, a patch is not simulated")
      return
    }
    #expect(error.description == "test.yaml: a JSON patch of the merged cloud-config is not worked out here")
  }

  @Test("merges that would take too long are given up, and told")
  func tooMuch() {
    let one = Part.text("x: [1]", mergeHeader: "list(append)+dict(recurse_list)")
    let merged = CloudConfigMerge.merge(Array(repeating: one, count: 100), steps: 5_000)
    guard case .notSimulated(let error) = merged.outcomes.last else {
      Issue.record("5,050 items were copied")
      return
    }
    #expect(error.problem.sentence == "the cloud-configs take more than 100000000 steps to merge")
  }
}

extension TaggedJSON {
  fileprivate init(_ root: MergedMapping) {
    self.init(MergedValue.mapping(root).node, floats: .repr)
  }

  fileprivate init(_ json: JSON) throws {
    try self.init(json: JSONSerialization.jsonObject(with: Data(json.bytes(.compact)), options: .fragmentsAllowed))
  }
}
