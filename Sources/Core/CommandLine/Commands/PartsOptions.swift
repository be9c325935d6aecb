/// `bringup parts`
package struct PartsOptions: Sendable {
  package let common: CommonOptions
  package let format: ListingFormat
  package let reading: ReadingOptions

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ListingFormat.option) ?? .text
    reading = try ReadingOptions(line)
  }

  static let definition = CommandDefinition(
    name: "parts",
    summary: "List the parts of user-data in the order they are applied",
    details: """
      For each part: its name, its type after sniffing, its size, its SHA-256 and where it came from. Parts of all sources
      are sorted by name as Python sorts strings: by code point, capitals before small letters, in no locale.
      """,
    operands: ReadingOptions.operands,
    options: ReadingOptions.definitions + CommonOptions.listingDefinitions
  ) { line throws(UsageError) in .parts(try PartsOptions(line)) }
}
