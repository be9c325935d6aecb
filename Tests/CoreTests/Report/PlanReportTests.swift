import Core
import Foundation
import Testing

struct PlanReportTests {
  @Test("the plan for people: what would fail first, then each step with its differences made safe to show")
  func text() throws {
    #expect(
      try SamplePlan.report.text(.plain, .normal) == """
        FAIL  part  30-bad.yaml
            user-data.txt[20-app.yaml]:3:5: the document is a list; write a mapping of keys
            Nothing of this part would be applied. Correct it.
        FAIL  file  /etc/dir     ig.yaml:14:7
            /etc/dir is a directory
        warning  user-data.txt[20-app.yaml]:3:5: odd

        create  file    /etc/new                                         0644 root:app       ig.yaml:14:7
        change  file    /etc/app.conf                                    content differs     ig.yaml:14:7
            --- /etc/app.conf
            +++ /etc/app.conf
            @@ -1,2 +1,2 @@
             a
            -\tb\\u{1b}[2J
            +c
        left    runcmd  10-gpu.yaml                                      left to cloud-init  ig.yaml:14:7
        run     script  a.sh                                                                 ig.yaml:14:7
        remove  remove  /etc/systemd/system/a.service.d/50-bringup.conf                      ig.yaml:14:7
        plan: 1 to create, 1 to change, 1 to remove, 1 to run, 1 unchanged, 1 left, 2 to fail; nothing was changed

        """)
  }

  @Test("quiet tells of failures alone, verbose of what would not change, too")
  func verbosity() throws {
    let quiet = try SamplePlan.report.text(.plain, .quiet)
    #expect(quiet.hasPrefix("FAIL  part  30-bad.yaml\n"))
    #expect(!quiet.contains("create"))
    #expect(try SamplePlan.report.text(.plain, .verbose).contains("unchanged  file    /etc/same"))
  }

  @Test("the status is 1 where a part or a step would fail")
  func status() throws {
    func status(_ steps: [ForecastStep], _ failures: [PartFailure]) -> Core.ExitStatus {
      PlanReport(root: "/", instanceID: nil, sources: [], steps: steps, failures: failures, warnings: []).status
    }
    let step = try SamplePlan.write("/a")
    #expect(status([], []) == .done)
    #expect(status([ForecastStep(part: PartName("a"), step: step, forecast: .create)], []) == .done)
    #expect(status([ForecastStep(part: PartName("a"), step: step, forecast: .fail("no"))], []) == .failed)
    #expect(status([], [SamplePlan.failure]) == .failed)
  }

  @Test("a step tells what is asked of its file, and never the content")
  func json() throws {
    let json = try SamplePlan.report.json
    let step = try #require(json["steps"]?.array?.first)
    #expect(
      step == [
        "kind": "file", "subject": "/etc/new", "path": "/etc/new", "part": "10-gpu.yaml", "origin": "ig.yaml:14:7",
        "forecast": "create", "message": .null, "mode": "0644", "owner": "root", "group": "app",
        "sha256": .string(SHA256(of: Array("secret".utf8)).description), "size": 6, "diff": .null,
      ])
    let words = json["steps"]?.array?.compactMap { $0["forecast"]?.string }
    #expect(words == ["create", "change", "unchanged", "fail", "left", "run", "remove"])
    #expect(!String(decoding: json.bytes(.compact), as: UTF8.self).contains("secret"))
  }
}
