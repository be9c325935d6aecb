/// A problem and where in the text it is; becomes a ``UserDataError`` once the text's placement is known.
struct YAMLFault: Swift.Error, Hashable {
  let position: Position
  let problem: YAMLProblem

  init(_ problem: YAMLProblem, at position: Position) {
    self.problem = problem
    self.position = position
  }
}
