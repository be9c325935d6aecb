/// How a report is rendered.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json
  case html
  case junit
  case tap
  case prometheus
  case npd

  static let option = Option<ReportFormat>(
    choice: "format", valueName: "FORMAT", summary: "Print as text, json, html, junit, tap, prometheus or npd",
    details: """
      text, the default, is for people, and json for programs. html is a page for a browser; junit and tap are for what
      collects the results of tests; prometheus is for node_exporter's textfile collector; npd is the one line that
      node-problem-detector takes from a custom plugin. The exit status is the same whatever the format.
      """)
}

/// How a listing, which has no outcomes, is rendered.
package enum ListingFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json

  static let option = Option<ListingFormat>(
    choice: "format", valueName: "FORMAT", summary: "Print as text or json",
    details: "text, the default, is for people, and json for programs. The exit status is the same whatever the format."
  )
}
