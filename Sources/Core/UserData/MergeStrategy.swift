/// How one part is merged onto what the parts before it came to: cloud-init's mergers, at most one a type.
///
/// `list(append)+dict(no_replace,recurse_list)+str()` appends lists, keeps what is there in mappings but for lists, and
/// replaces text. Without a merger for its type a value that is there stays.
package struct MergeStrategy: Hashable, Sendable {
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    static let replace = Options(rawValue: 1 << 0)
    static let noReplace = Options(rawValue: 1 << 1)
    static let append = Options(rawValue: 1 << 2)
    static let prepend = Options(rawValue: 1 << 3)
    static let recurseText = Options(rawValue: 1 << 4)
    static let recurseMapping = Options(rawValue: 1 << 5)
    static let recurseList = Options(rawValue: 1 << 6)
    static let allowDelete = Options(rawValue: 1 << 7)

    /// The words of `merge_how`.
    static let words: [(word: String, option: Options)] = [
      ("replace", .replace), ("no_replace", .noReplace), ("append", .append), ("prepend", .prepend),
      ("recurse_str", .recurseText), ("recurse_dict", .recurseMapping), ("recurse_list", .recurseList),
      ("recurse_array", .recurseList), ("allow_delete", .allowDelete),
    ]
  }

  /// What becomes of a list that is there. Of several words in the options the first of these counts.
  enum ListMethod {
    case append
    case prepend
    /// Item by item, as far as both lists reach.
    case replace
    case keep
  }

  /// Nil where the strategy has no merger for mappings, lists or text.
  private(set) var mappings: Options?
  private(set) var lists: Options?
  private(set) var texts: Options?

  /// For a part that says nothing: its keys replace those that are there.
  package static let standard = MergeStrategy([(.mappings, .replace), (.lists, []), (.texts, [])])

  enum Kind {
    case mappings
    case lists
    case texts
  }

  /// The first merger of a kind counts.
  init(_ mergers: [(kind: Kind, options: Options)]) {
    for merger in mergers {
      switch merger.kind {
      case .mappings: mappings = mappings ?? merger.options
      case .lists: lists = lists ?? merger.options
      case .texts: texts = texts ?? merger.options
      }
    }
  }
}

extension MergeStrategy.Options {
  var listMethod: MergeStrategy.ListMethod {
    if contains(.append) { return .append }
    if contains(.prepend) { return .prepend }
    if contains(.noReplace), !contains(.replace) { return .keep }
    return .replace
  }
}
