import Testing

@testable import Core

@Suite struct PythonDateTests {
  @Test(
    "a date prints as Python's str and repr do",
    arguments: [
      ("2024-01-01", "2024-01-01", "datetime.date(2024, 1, 1)"),
      ("0001-02-03", "0001-02-03", "datetime.date(1, 2, 3)"),
      ("2024-01-01T12:00:00", "2024-01-01 12:00:00", "datetime.datetime(2024, 1, 1, 12, 0)"),
      ("2024-01-01T00:00:00", "2024-01-01 00:00:00", "datetime.datetime(2024, 1, 1, 0, 0)"),
      ("2024-01-01T12:00:07", "2024-01-01 12:00:07", "datetime.datetime(2024, 1, 1, 12, 0, 7)"),
      (
        "2024-01-01T12:00:00.000005", "2024-01-01 12:00:00.000005",
        "datetime.datetime(2024, 1, 1, 12, 0, 0, 5)"
      ),
      (
        "2024-01-01T12:00:00+00:00", "2024-01-01 12:00:00+00:00",
        "datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone.utc)"
      ),
      (
        "2024-01-01T12:00:00+05:30", "2024-01-01 12:00:00+05:30",
        "datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))"
      ),
      (
        "2024-01-01T12:00:00-05:30", "2024-01-01 12:00:00-05:30",
        "datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=66600)))"
      ),
    ])
  func prints(iso: String, str: String, repr: String) {
    #expect(PythonDate.str(iso) == str)
    #expect(PythonDate.repr(iso) == repr)
  }
}
