import Testing

@testable import Core

struct SizeWordingTests {
  @Test(
    "a size is told in the units of the bound",
    arguments: [
      ("8118788096", "8GB", "8.11GB"), ("8118788096", "8GiB", "7.56GiB"), ("1290MB", "2GB", "1.29GB"),
      ("1500MB", "2GB", "1.5GB"), ("2GB", "2GB", "2GB"), ("1005MB", "2GB", "1GB"), ("1050MB", "2GB", "1.05GB"),
      ("700MB", "32GB", "700MB"), ("0", "8GB", "0B"), ("0", "8GiB", "0B"), ("512", "8GiB", "512B"),
      ("1999999999", "2GB", "1.99GB"), ("2000000001", "2GB", "2GB (2000000001 B)"),
      ("18446744073709551615", "1GB", "18.44EB"), ("18446744073709551615", "1GiB", "15.99EiB"),
    ])
  func size(size: String, bound: String, text: String) throws {
    let bytes = try UInt64(size).map { ByteCount($0) } ?? Sample.size(size)
    #expect(Wording.size(bytes, like: try Sample.size(bound)) == text)
  }
}
