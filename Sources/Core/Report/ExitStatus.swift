/// What the program ends with; the same whatever the format of its output.
package enum ExitStatus: Int32, Hashable, Sendable {
  /// Done, or every check passed.
  case done = 0
  /// A step, a part or a check failed.
  case failed = 1
  /// Wrong usage, or an input that cannot be read.
  case unusable = 2
  /// Nothing failed, but something could not be determined.
  case undetermined = 3
}
