import Core
import Foundation
import Testing

struct SchemaTests {
  @Test(
    "what a report looks like as JSON is what its schema says",
    arguments: ["apply-report", "preflight-report", "plan", "parts", "explain", "bundle", "bootstrap-report"])
  func valid(schema: String) throws {
    let reports = try reports(schema)
    #expect(try complaints(about: reports, schema) == reports.map { _ in "" })
  }

  @Test(
    "a schema refuses a key that it does not know, and a report that lacks one",
    arguments: ["apply-report", "preflight-report", "plan", "parts", "explain", "bundle", "bootstrap-report"])
  func strict(schema: String) throws {
    guard case .object(let members) = try reports(schema)[0] else { return }
    let lacking = members.indices.map { index in
      JSON.object(members.enumerated().filter { $0.offset != index }.map(\.element))
    }
    let wrong = lacking + [.object(members + [JSON.Member("extra", 1)])]
    for complaint in try complaints(about: wrong, schema) { #expect(complaint != "") }
  }

  private func reports(_ schema: String) throws -> [JSON] {
    switch schema {
    case "apply-report":
      [SampleReport.everything.json, SampleReport.unchanged.json]
    case "preflight-report": [SamplePreflight.unfit.json, SamplePreflight.fit.json, SamplePreflight.empty.json]
    case "bootstrap-report": SampleBootstrap.reports.map(\.json)
    case "plan": [try SamplePlan.report.json]
    case "explain":
      [
        explainedJSON("#cloud-config\nbootcmd: [a]\nwrite_files: [{path: /a}]\nx: [1, 1.5, {a: ~}]\n"),
        explainedJSON(""),
      ]
    case "bundle": try SampleBundle.reports.map(\.json)
    default: [SamplePlan.parts.json]
    }
  }

  /// The first complaint about each report; empty where there is none.
  private func complaints(about reports: [JSON], _ schema: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let path = root.appendingPathComponent("schemas/\(schema).schema.json").path
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for report in json.load(sys.stdin):
          error = next(jsonschema.Draft202012Validator(schema).iter_errors(report), None)
          print("%s %s" % (error.json_path, error.message[:200].replace("\\n", " ")) if error else "")
      """
    let outcome = try Program.run(
      "/usr/bin/python3", "-c", program, path, input: JSON.array(reports).bytes(.compact))
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(lines.count == reports.count)
    return lines
  }
}
