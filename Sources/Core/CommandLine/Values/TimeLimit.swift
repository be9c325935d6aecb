extension Option where Value == TimeSpan {
  /// An option whose value is a length of time above zero, as systemd writes one.
  init(timeout name: String, summary: String, details: Prose) {
    self.init(name, valueName: "DURATION", summary: summary, details: details) { text throws(ValueProblem) in
      do throws(UnitProblem) {
        let span = try TimeSpan.parse(text)
        if span.microseconds > 0 { return span }
      } catch {
        throw .notATimeSpan
      }
      throw .notATimeSpan
    }
  }
}
