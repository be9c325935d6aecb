import Glibc
import Synchronization
import Testing

@testable import Host

@Suite("Work at the same time")
struct ParallelTests {
  @Test("gives what became of each input in their order", arguments: [0, 1, 2, 7, 200], [0, 1, 3, 16])
  func order(count: Int, atOnce: Int) {
    let outputs = Parallel.map(Array(0..<count), atOnce: atOnce) { $0 * $0 }
    #expect(outputs == (0..<count).map { $0 * $0 })
  }

  @Test("waits for as many at once as is asked, and for no more", arguments: [1, 2, 5])
  func atOnce(atOnce: Int) {
    let now = Atomic(0)
    let most = Atomic(0)
    _ = Parallel.map(Array(0..<(4 * atOnce)), atOnce: atOnce) { _ in
      let count = now.add(1, ordering: .sequentiallyConsistent).newValue
      most.max(count, ordering: .sequentiallyConsistent)
      // Each waits until all that may have come are there, or for so long that more would have come.
      for _ in 0..<100 where most.load(ordering: .sequentiallyConsistent) <= atOnce { usleep(200) }
      now.subtract(1, ordering: .sequentiallyConsistent)
    }
    #expect(most.load(ordering: .sequentiallyConsistent) == atOnce)
    #expect(now.load(ordering: .sequentiallyConsistent) == 0)
  }

  @Test("the calling thread works too, and alone where one is enough")
  func caller() {
    let own = UInt(pthread_self())
    #expect(Parallel.map([1, 2, 3], atOnce: 1) { _ in UInt(pthread_self()) } == [own, own, own])
  }
}
