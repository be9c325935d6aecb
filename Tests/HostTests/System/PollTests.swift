import Testing

@testable import Host

@Suite("Waiting")
struct PollTests {
  @Test("ends when one of the descriptors is ready, or at the deadline")
  func ready() throws {
    let empty = try Pipe.open()
    let full = try Pipe.open()
    try full.writeEnd.write([1])
    let both: [Poll.Interest] = [.readable(empty.readEnd.number), .readable(full.readEnd.number)]
    #expect(try Poll.wait(for: both, until: .never) == [false, true])
    #expect(try Poll.wait(for: .writable(full.writeEnd.number), until: .never))
    #expect(try !Poll.wait(for: .readable(empty.readEnd.number), until: .now + .milliseconds(1)))
  }

  @Test("takes a closed other end for ready")
  func hangUp() throws {
    let end = try Pipe.open().intoReadEnd()
    #expect(try Poll.wait(for: .readable(end.number), until: .never))
  }
}
