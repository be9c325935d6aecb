extension TimeSpan {
  /// A time span above zero, as the user gave it.
  package init(argument text: String) throws(ValueProblem) {
    do throws(UnitProblem) {
      self = try TimeSpan.parse(text)
    } catch {
      throw .notATimeSpan
    }
    guard microseconds > 0 else { throw .notATimeSpan }
  }
}
