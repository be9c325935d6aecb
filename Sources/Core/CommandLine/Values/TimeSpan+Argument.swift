extension TimeSpan {
  /// The value of an option that limits something: above zero.
  init(argument text: String) throws(ValueProblem) {
    do throws(UnitProblem) {
      self = try TimeSpan.parse(text)
    } catch {
      throw .notATimeSpan
    }
    guard microseconds > 0 else { throw .notATimeSpan }
  }
}
