import Testing

@testable import Core

@Suite("A write rate's test")
struct RateTestTests {
  static func test(
    _ available: UInt64, type: String = "ext4", isReadOnly: Bool = false, upperType: String? = nil
  ) -> RateTest {
    let space = SpaceReading(total: ByteCount(.max), free: ByteCount(.max), available: ByteCount(available))
    return RateTest(
      on: FileSystemReading(type: type, mountPoint: "/d\n", isReadOnly: isReadOnly, upperType: upperType), with: space)
  }

  @Test(
    "writes at most an eighth of what is available, in whole chunks",
    arguments: [
      (64 << 20, 8 << 20), (95 << 20, 8 << 20), (96 << 20, 12 << 20), (512 << 20, 64 << 20), (513 << 20, 64 << 20),
      (.max, 64 << 20),
    ] as [(UInt64, Int)])
  func bytes(available: UInt64, bytes: Int) {
    #expect(Self.test(available) == .write(bytes))
  }

  @Test(
    "is refused where little is left", arguments: [0, 1, 64 << 20 - 1] as [UInt64])
  func little(available: UInt64) {
    #expect(
      Self.test(available)
        == .refuse(
          """
          too little space: \(available) bytes are available, and a test writes at most an eighth of that and at least \
          8388608
          """))
  }

  @Test("is refused on memory", arguments: ["tmpfs", "ramfs", "devtmpfs", "rootfs", "hugetlbfs"])
  func memory(type: String) {
    #expect(Self.test(.max, type: type) == .refuse("\(type) is memory, whose rate tells nothing of a disk"))
  }

  @Test("is refused on an overlay that puts its files into memory")
  func overlay() {
    let refusal = RateTest.refuse("overlay on tmpfs is memory, whose rate tells nothing of a disk")
    #expect(Self.test(.max, type: "overlay", upperType: "tmpfs") == refusal)
    #expect(Self.test(.max, type: "overlay", upperType: "ext4") == .write(64 << 20))
    #expect(Self.test(.max, type: "overlay") == .write(64 << 20))
  }

  @Test("is refused where nothing can be written")
  func readOnly() {
    #expect(Self.test(.max, isReadOnly: true) == .refuse("/d\\n is mounted read-only"))
  }
}
