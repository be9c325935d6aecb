import Testing

@testable import Core

struct UnitTwinTests {
  @Test(
    "a round number of binary units has a decimal twin",
    arguments: [("8GiB", "8GB"), ("512MiB", "512MB"), ("1TiB", "1TB"), ("4KiB", "4kB"), ("1000GiB", "1000GB")])
  func decimal(written: String, twin: String) throws {
    let found = try #require(UnitTwin.decimal(of: try Sample.size(written)))
    #expect(found == UnitTwin(written: written, twin: twin, size: try Sample.size(twin)))
  }

  @Test(
    "a round number of decimal units has a binary twin",
    arguments: [("64GB", "64GiB"), ("512MB", "512MiB"), ("2TB", "2TiB"), ("4kB", "4KiB")])
  func binary(written: String, twin: String) throws {
    let found = try #require(UnitTwin.binary(of: try Sample.size(written)))
    #expect(found == UnitTwin(written: written, twin: twin, size: try Sample.size(twin)))
  }

  @Test("what is round in the other system, or in none, has no twin", arguments: ["32GB", "512GB", "1000", "0", "7"])
  func noDecimal(written: String) throws {
    #expect(UnitTwin.decimal(of: try Sample.size(written)) == nil)
  }

  @Test("the same for decimal units", arguments: ["32GiB", "1TiB", "1024", "0", "7"])
  func noBinary(written: String) throws {
    #expect(UnitTwin.binary(of: try Sample.size(written)) == nil)
  }
}
