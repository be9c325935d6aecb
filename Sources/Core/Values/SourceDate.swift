/// The moment that everything made by a build is dated, so that building again makes the same: what the variable
/// `SOURCE_DATE_EPOCH` holds (reproducible-builds.org/specs/source-date-epoch).
///
/// `1700000000` is 2023-11-14T22:13:20Z.
package struct SourceDate: Hashable, Sendable {
  package let timestamp: Timestamp

  /// Decimal digits: seconds since 1970, up to the end of the year 9999. Nil for anything else.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let seconds = Int64(text), seconds <= SourceDate.last
    else { return nil }
    timestamp = Timestamp(seconds: seconds)
  }

  /// The last second that a date with a year of four digits can tell.
  private static let last: Int64 = 253_402_300_799
}
