import Glibc
import Testing

@testable import Host

struct ChrootTests {
  @Test("a process with the root of the first is in no chroot")
  func sameRoot() {
    #expect(!Chroot.isAroundThisProcess(first: getpid()))
  }

  @Test("a process with another root is in one", .enabled(if: BootedNode.isPossible))
  func otherRoot() throws {
    let node = try BootedNode()
    #expect(Chroot.isAroundThisProcess(first: node.leader))
    withExtendedLifetime(node) {}
  }

  @Test("where the first process cannot be looked at, there is no telling, and no chroot")
  func noProcess() {
    #expect(!Chroot.isAroundThisProcess(first: -1))
  }
}
