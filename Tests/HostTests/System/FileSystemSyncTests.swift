import Testing

@testable import Host

@Suite("Making names durable")
struct FileSystemSyncTests {
  @Test("a file system that cannot synchronize directories does not fail for that, as /proc here")
  func unable() throws {
    let number = try Root("/").openDirectory("/proc")
    #expect(throws: Errno.invalid) { try number.synchronize() }
    try FileSystemSync.synchronizeDirectory("/proc", in: Root("/"))
  }

  @Test("a directory that is not there is told")
  func absent() throws {
    let scratch = try ScratchRoot()
    let error = #expect(throws: HostError.self) {
      try FileSystemSync.synchronizeDirectory("/nowhere", in: Root(scratch.path))
    }
    #expect(error?.description == "synchronize directory /nowhere: no such file or directory")
  }
}
