/// What a command did, or found: one value behind every format, the journal and the console line.
package protocol Report: Sendable {
  /// The command's: `apply`, `preflight`.
  var name: String { get }
  var status: ExitStatus { get }
  /// `3 changed, 1 failed`; what there is none of is left out.
  var counts: String { get }
  /// The first line of the first failure, or of what else kept the run from success, with its place; nil where all is well.
  var firstFailure: String? { get }
  /// For programs; the shape is a file of `schemas/`.
  var json: JSON { get }
  /// For the formats that all reports have in common.
  var document: ReportDocument { get }
  var journalEntries: [JournalEntry] { get }
  /// For people.
  func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String
}

extension Report {
  /// The report in `format`, as it is written to standard output. Style and verbosity are those of the text alone.
  package func rendered(
    as format: ReportFormat, _ style: TextStyle, _ verbosity: CommonOptions.Verbosity
  ) -> [UInt8] {
    switch format {
    case .text: Array(text(style, verbosity).utf8)
    case .json: json.bytes(.pretty)
    case .html: Array(document.html.utf8)
    case .junit: Array(document.junit.utf8)
    case .tap: Array(document.tap.utf8)
    case .prometheus: Array(document.prometheus.utf8)
    case .npd: Array(document.npd.utf8)
    }
  }
}
