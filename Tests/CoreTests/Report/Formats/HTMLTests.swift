import Testing

@testable import Core

struct HTMLTests {
  @Test("the page is balanced, runs nothing and fetches nothing, whatever the text", arguments: 0..<7)
  func whole(index: Int) throws {
    let program = """
      import sys, html.parser
      class Page(html.parser.HTMLParser):
          open, kept = [], []
          def handle_starttag(self, tag, attributes):
              assert tag not in ("script", "link", "img", "iframe", "object"), tag
              assert not {"src", "href", "action"} & {name for name, _ in attributes}, attributes
              assert not any(name.startswith("on") for name, _ in attributes), attributes
              if tag != "meta": self.open.append(tag)
              if tag == "details": self.kept.append(tag)
          def handle_endtag(self, tag): assert self.open.pop() == tag, tag
      page = Page()
      page.feed(sys.stdin.read())
      page.close()
      assert not page.open, page.open
      print(len(page.kept))
      """
    let document = ReportFormatTests.reports[index].document
    let outcome = try Program.run("/usr/bin/python3", "-c", program, input: Array(document.html.utf8))
    #expect(outcome.output == "\(document.items.count)\n")
  }

  @Test("what is not well comes first, opened; the rest follows closed")
  func order() {
    let lines = SamplePreflight.unfit.document.html.split(separator: "\n").filter { $0.hasPrefix("<details") }
    #expect(lines.map { $0.hasPrefix("<details open>") } == [true, true, true, true, false, false, false])
    #expect(
      lines[0] == """
        <details open><summary><span class="fail">fail</span> <code>cpu.min</code> 4 CPUs; wanted at least 8 CPUs</summary>
        """)
  }

  @Test("the heading and the summary tell which node, which manifest and what it came to")
  func heading() {
    let html = SamplePreflight.unfit.document.html
    #expect(html.contains("<title>preflight on node-1: failed</title>"))
    #expect(html.contains("<h1>preflight on node-1</h1>"))
    #expect(
      html.contains(
        #"<p class="summary fail"><strong>failed</strong> 2 failed, 1 unknown, 1 warning, 2 passed, 1 skipped</p>"#))
    #expect(html.contains("<dt>profile</dt><dd>db</dd>"))
    #expect(SamplePreflight.fit.document.html.contains(#"<p class="summary pass"><strong>passed</strong>"#))
  }

  @Test("markup in the text stays text")
  func escapes() {
    let html = SamplePreflight.unfit.document.html
    #expect(html.contains("script:disk &quot;a&quot; &amp; &lt;b&gt; #1\\n"))
    #expect(!html.contains("<b>"))
  }
}
