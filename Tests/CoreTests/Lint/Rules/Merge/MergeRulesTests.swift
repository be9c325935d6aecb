import Testing

@testable import Core

/// What the rules about merging find in two parts of an InstanceGroup, each given as its lines.
@Suite struct MergeRulesTests {
  private static func group(_ first: [String], _ second: [String]) -> String {
    let parts = [first, second].enumerated().map { index, lines in
      "    - name: part-\(index).yaml\n      type: text/cloud-config\n      content: |\n"
        + (["#cloud-config"] + lines).map { "        \($0)\n" }.joined()
    }
    return "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: nodes}\nspec:\n"
      + "  additionalUserData:\n" + parts.joined()
  }

  @Test(
    "a list or mapping that a later part replaces is found at its key",
    arguments: [
      (["bootcmd: [a]"], ["⟦bootcmd⟧: [b]"]), (["bootcmd: [a]"], ["⟦\"bootcmd\"⟧:"]),
      (["apt: {a: b}"], ["x-y: z", "⟦apt⟧: {c: d}"]), (["bootcmd: [a]"], ["merge_how: ''", "⟦bootcmd⟧: [b]"]),
    ])
  func clobber(first: [String], second: [String]) {
    let findings = expect(MergeClobber.self, in: Self.group(first, second))
    #expect(findings.first?.message.hasSuffix(" replaces what part \"part-0.yaml\" has under that key") == true)
  }

  @Test(
    "keys that differ, single values and parts that say how they are merged are not",
    arguments: [
      (["bootcmd: [a]"], ["runcmd: [b]"]), (["package_update: true"], ["package_update: false"]),
      (["bootcmd: []"], ["bootcmd: [b]"]),
      (["bootcmd: [a]"], ["merge_how: dict(replace)+list()+str()", "bootcmd: [b]"]),
      (["bootcmd: [a]"], ["merge_how: list(append)+dict(recurse_list)", "bootcmd: [b]"]),
      (["bootcmd: [a]"], ["merge_how: bogus", "bootcmd: [b]"]),
    ])
  func noClobber(first: [String], second: [String]) {
    expect(MergeClobber.self, in: Self.group(first, second))
  }

  @Test("parts of one archive are merged, too, and files of their own are not")
  func archive() {
    expect(
      MergeClobber.self,
      in: "#cloud-config-archive\n- |\n  #cloud-config\n  runcmd: [a]\n- |\n  #cloud-config\n  ⟦runcmd⟧: [b]\n")
    let sources = ["a", "b"].map { name in
      SourceBytes(name: name, fileName: PartName(name), bytes: Array("#cloud-config\nruncmd: [a]\n".utf8))
    }
    var reader = LintReader(assumptions: LintAssumptions())
    reader.read(sources) { #expect(Linter.findings(of: $0, rules: [MergeClobber.self]).all == []) }
  }

  @Test("a merge_how of the first part alone is found")
  func wrongPart() {
    let how = "list(append)+dict(recurse_list)"
    expect(MergeHowWrongPart.self, in: Self.group(["merge_how: ⟦\(how)⟧", "bootcmd: [a]"], ["runcmd: [b]"]))
    expect(MergeHowWrongPart.self, in: Self.group(["merge_how: \(how)"], ["merge_type: \(how)", "bootcmd: [b]"]))
    expect(MergeHowWrongPart.self, in: Self.group(["bootcmd: [a]"], ["merge_how: \(how)", "bootcmd: [b]"]))
    expect(MergeHowWrongPart.self, in: "#cloud-config\nmerge_how: \(how)\nbootcmd: [a]\n")
  }
}

@Suite struct MergeHowTests {
  @Test(
    "a merge_how that adds nothing to lists is found",
    arguments: [
      (
        "dict(replace,recurse_list)+list(append)",
        "merge_how has dict(replace), so that the part's lists replace those that are there"
      ),
      (
        "dict(allow_delete)+list(append)",
        "merge_how has dict(...) without recurse_list, so that cloud-init ignores the part's lists where there is one"
      ),
      (
        "dict()+list()+str()",
        "merge_how has dict(...) without recurse_list, so that cloud-init ignores the part's lists where there is one"
      ),
      (
        "dict(recurse_list)",
        "merge_how has no list(...), so that cloud-init ignores the part's lists where there is one"
      ),
      (
        "list()+dict(recurse_list)",
        "merge_how has list() without append, so that items replace those at the same place"
      ),
      ("str(append)", "merge_how has no dict(...), so that cloud-init ignores the whole part"),
    ])
  func ineffective(how: String, message: String) {
    let findings = expect(MergeHowIneffective.self, in: "#cloud-config\nmerge_how: ⟦\"\(how)\"⟧\nbootcmd: [a]\n")
    #expect(findings.map(\.message) == [message])
  }

  @Test("where lists are to be added to and nothing is said of mappings, it is mended")
  func mended() {
    expect(
      MergeHowIneffective.self, in: "#cloud-config\nmerge_type: ⟦list(append)⟧\nbootcmd: [a]\n",
      fixed: "#cloud-config\nmerge_type: \"list(append)+dict(no_replace,recurse_list)+str()\"\nbootcmd: [a]\n")
    expect(
      MergeHowIneffective.self, in: "#cloud-config\nmerge_how: ⟦'dict()+list(prepend)'⟧\n",
      fixed: "#cloud-config\nmerge_how: \"list(prepend)+dict(no_replace,recurse_list)+str()\"\n")
    expect(MergeHowIneffective.self, in: "#cloud-config\nmerge_how: ⟦[[list, append]]⟧\n")
  }

  @Test(
    "one that adds, or that keeps or replaces on purpose, is not",
    arguments: [
      "list(append)+dict(no_replace,recurse_list)+str()", "list(prepend)+dict(recurse_array)",
      "dict(replace)+list()+str()", "dict(no_replace)+list()", "list(no_replace)+dict(recurse_list)",
      "[{name: list, settings: [append]}, {name: dict, settings: [recurse_list]}]", "append", "''",
    ])
  func effective(how: String) {
    expect(MergeHowIneffective.self, in: "#cloud-config\nmerge_how: \(how)\nbootcmd: [a]\n")
  }

  @Test(
    "a merge_how that cloud-init cannot read is found",
    arguments: ["append", "nosuch(x)", "[{name: list}]", "5", "list(append) dict()x", "[[5]]"])
  func unreadable(how: String) {
    expect(MergeHowSyntax.self, in: "#cloud-config\nmerge_how: ⟦\(how)⟧\n")
  }

  @Test("its sentence says what is wrong, and the help what to write")
  func sentence() {
    let finding = MarkedSource("#cloud-config\nmerge_how: nosuch(x)\n").findings(of: [MergeHowSyntax.self]).first
    #expect(finding?.message == "merge_how names \"nosuch\", so cloud-init drops the part")
    #expect(finding?.help == "write e.g. \"list(append)+dict(no_replace,recurse_list)+str()\"")
  }

  @Test(
    "one that it can is not", arguments: ["~", "''", "LIST(append)+m_dict()", "[[list, append]]", "list(whatever)"])
  func readable(how: String) {
    expect(MergeHowSyntax.self, in: "#cloud-config\nmerge_how: \(how)\n")
  }

  @Test("a header is told of where its part begins")
  func header() {
    let text = """
      MIME-Version: 1.0
      Content-Type: text/cloud-config
      X-Merge-Type: append

      #cloud-config
      a: b
      """
    #expect(MarkedSource(text).findings(of: [MergeHowSyntax.self]).map(\.origin.position?.line) == [5])
  }
}
