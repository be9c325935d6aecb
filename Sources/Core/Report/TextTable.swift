/// Rows of text whose columns line up. A column is as wide as its widest cell, but no wider than `widest`: one long path
/// does not push a whole table off the screen.
struct TextTable {
  struct Row {
    let cells: [String]
    /// The colour of the first cell.
    let ink: TextStyle.Ink
    /// Lines that belong to the row, shown below it and indented.
    var below: [String] = []
  }

  /// The path of a drop-in for `kops-configuration.service` still fits.
  private static let widest = 64
  private(set) var rows: [Row] = []

  mutating func add(_ row: Row) {
    rows.append(row)
  }

  /// A line for each row and each line below it, each ended by a newline.
  func text(_ style: TextStyle) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        if column == widths.count { widths.append(0) }
        if cell.count <= Self.widest { widths[column] = max(widths[column], cell.count) }
      }
    }
    return rows.map { row in
      let cells = row.cells.enumerated().map { column, cell in
        let isLast = row.cells[(column + 1)...].allSatisfy(\.isEmpty)
        let padding =
          isLast || widths[column] == 0 ? "" : String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
        return (column == 0 ? style.mark(cell, row.ink) : cell) + padding
      }
      return ([cells.joined()] + row.below.map { "    \($0)" }).map { "\($0)\n" }.joined()
    }.joined()
  }
}
