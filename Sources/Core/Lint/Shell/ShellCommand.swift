/// A simple command of a shell text: words, and where its output goes.
///
/// `LANG=C sort -u < a >> b` has the words `sort` and `-u`, and two redirections.
struct ShellCommand: Sendable {
  /// What is around a command.
  struct Setting: OptionSet, Sendable {
    let rawValue: Int

    /// Runs only where another command's outcome says so: behind `&&` or `||`, or inside of `if` or `case`.
    static let conditional = Setting(rawValue: 1 << 0)
    /// Inside of a loop, its condition included.
    static let looped = Setting(rawValue: 1 << 1)
    /// In a shell of its own: `( )`, `$( )`, one side of a `|`, or in the background.
    static let apart = Setting(rawValue: 1 << 2)
    /// In the body of a function, which runs when it is called.
    static let function = Setting(rawValue: 1 << 3)
    /// `||` is behind it: somebody thought of its failing.
    static let excused = Setting(rawValue: 1 << 4)
    /// `&` is behind it: nothing waits for it.
    static let background = Setting(rawValue: 1 << 5)
  }

  fileprivate(set) var words: [ShellWord] = []
  fileprivate(set) var redirections: [ShellRedirection] = []
  var setting: Setting

  /// The whole of it in the text.
  var range: Range<Int> {
    let ranges = words.map(\.range) + redirections.map(\.range)
    let start = ranges.map(\.lowerBound).min() ?? 0
    return start..<(ranges.map(\.upperBound).max() ?? start)
  }

  /// Where its first word is, or its redirection where it has none.
  var start: Int { words.first?.range.lowerBound ?? redirections.first?.range.lowerBound ?? 0 }

  init(setting: Setting) {
    self.setting = setting
  }

  mutating func add(_ word: ShellWord) { words.append(word) }

  mutating func add(_ redirection: ShellRedirection) { redirections.append(redirection) }
}

/// A word of a command as it is written, quotes included.
struct ShellWord: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// Stands for itself.
    case plain
    /// Holds quotes or backslashes, and nothing that is expanded.
    case quoted
    /// Holds a parameter, a substitution or an expression.
    case expanded
  }

  let range: Range<Int>
  let form: Form
}

/// `>> file`
struct ShellRedirection: Hashable, Sendable {
  enum Operation: Hashable, Sendable {
    /// `<`
    case read
    /// `>`, `>|`, `<>`, `&>`
    case write
    /// `>>`
    case append
    /// `2>&1`, `<<EOF`, `<<<`
    case other
  }

  let operation: Operation
  let target: ShellWord
  /// From the operator on.
  let range: Range<Int>
}
