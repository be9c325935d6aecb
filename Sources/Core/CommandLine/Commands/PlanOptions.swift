/// `bringup plan`
package struct PlanOptions: Sendable {
  package enum Diff: Hashable, Sendable {
    case shown
    case hidden
  }

  package let common: CommonOptions
  package let format: ListingFormat
  package let reading: ReadingOptions
  package let diff: Diff

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ListingFormat.option) ?? .text
    reading = try ReadingOptions(line)
    diff = line.has(Self.noDiff) ? .hidden : .shown
  }

  private static let noDiff = OptionDefinition(
    "no-diff", summary: "Do not show what changes in files",
    details: "Differences show content, which may be secret.")

  static let definition = CommandDefinition(
    name: "plan",
    summary: "Show what apply would do, and change nothing",
    details: """
      Prints each step that apply would take on this node now, with a unified diff for a text file that exists with other
      content. The exit status is what apply's would be, as far as that can be told: 1 where a part is wrong.
      """,
    operands: ReadingOptions.operands,
    options: [noDiff] + ReadingOptions.definitions + CommonOptions.listingDefinitions
  ) { line throws(UsageError) in .plan(try PlanOptions(line)) }
}
