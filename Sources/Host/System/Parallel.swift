internal import Glibc
private import Synchronization

/// Work done at the same time, in threads that have all ended when it returns.
package enum Parallel {
  /// What `body` makes of each input, in their order. The calling thread is one of the `atOnce` that work.
  ///
  /// Where no thread can be had, fewer do the work.
  package static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], atOnce: Int, _ body: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    let board = Board<Output>(count: inputs.count)
    let work = Work {
      while let index = board.next() { board.put(body(inputs[index]), at: index) }
    }
    let threads = (1..<max(1, min(atOnce, inputs.count))).compactMap { _ in start(work) }
    work.body()
    for thread in threads { pthread_join(thread, nil) }
    return board.outputs
  }

  /// As many threads as work at once without waiting for a CPU, but no more than ``mostThreads``.
  package static var processors: Int {
    do throws(Errno) {
      return min(mostThreads, try ProcessorMask(of: 0).count)
    } catch {
      return 1
    }
  }

  /// Beyond, memory grows more than time shrinks.
  private static let mostThreads = 8

  private static func start(_ work: Work) -> pthread_t? {
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(work)
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, argument.toOpaque())
    if code == 0 { return thread }
    argument.release()
    return nil
  }

  /// What a thread does, in a form that C can hand on.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Which inputs are taken, and what became of them.
  private final class Board<Output: Sendable>: Sendable {
    private let state: Mutex<(taken: Int, outputs: [Output?])>

    init(count: Int) {
      state = Mutex((0, Array(repeating: nil, count: count)))
    }

    /// An input that nobody took yet; nil once all are taken.
    func next() -> Int? {
      state.withLock { state in
        guard state.taken < state.outputs.count else { return nil }
        defer { state.taken += 1 }
        return state.taken
      }
    }

    func put(_ output: Output, at index: Int) {
      state.withLock { $0.outputs[index] = output }
    }

    /// Once all threads have ended.
    var outputs: [Output] { state.withLock { $0.outputs.compactMap { $0 } } }
  }
}
