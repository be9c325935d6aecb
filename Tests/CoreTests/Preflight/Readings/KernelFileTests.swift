import Testing

@testable import Core

@Suite("What the kernel tells of CPUs and memory")
struct KernelFileTests {
  @Test(
    "counts the CPUs of a list",
    arguments: [
      ("0\n", 1), ("0-1\n", 2), ("0-3,8", 5), ("0,2,4-5\n", 4), ("0-65535", 65536), ("7-7", 1),
    ])
  func list(text: String, count: Int) {
    #expect(ProcessorList.count(Array(text.utf8)) == count)
  }

  @Test(
    "takes nothing else for a list of CPUs",
    arguments: [
      "", "\n", "\n0", "0\n\n", "a", "0-", "-1", "0,", ",0", "0--1", "3-0", "0-3,2", "1,1", "1,0", "0 1", "0x1", "+1",
      "0-1-2",
      "0-65536", "18446744073709551616", "0-18446744073709551615", "\u{663}",
    ])
  func noList(text: String) {
    #expect(ProcessorList.count(Array(text.utf8)) == nil)
  }

  @Test(
    "counts the CPUs of the statistics, not their sum",
    arguments: [
      ("cpu  1 2 3\ncpu0 1 2 3\ncpu3 1 2 3\nintr 1\n", 2), ("cpu  1\ncpu0 1", 1), ("cpu  1 2 3\n", nil), ("", nil),
      ("cpufreq 1\n", nil), (" cpu0 1\n", nil),
    ])
  func statistics(text: String, count: Int?) {
    #expect(ProcessorList.count(statistics: Array(text.utf8)) == count)
  }

  @Test("finds the memory that the kernel manages, in units of 1,024 bytes")
  func memory() throws {
    let text = "MemTotal:        7928504 kB\nMemFree:          123 kB\n"
    let total = try #require(MemoryTotal(meminfo: Array(text.utf8)))
    #expect(total.bytes == ByteCount(8_118_788_096))
    #expect(total.line == "MemTotal: 7928504 kB")
    #expect(MemoryTotal(meminfo: Array("MemFree: 1 kB\nMemTotal: 2 kB".utf8))?.bytes == ByteCount(2048))
  }

  @Test(
    "takes nothing else for it",
    arguments: [
      "", "MemFree: 1 kB\n", "MemTotal:\n", "MemTotal: kB\n", "MemTotal: 1\n", "MemTotal: 1 MB\n", "MemTotal: -1 kB\n",
      "MemTotal: 1 kB kB\n", "MemTotal 1 kB\n", "SwapTotal: 1 kB\n", "MemTotal: 18014398509481984 kB\n",
    ])
  func noMemory(text: String) {
    #expect(MemoryTotal(meminfo: Array(text.utf8)) == nil)
  }

  @Test("reads numbers up to 64 bits, digits alone")
  func numbers() {
    #expect(KernelNumber.decimal("18446744073709551615".utf8) == .max)
    #expect(KernelNumber.decimal("18446744073709551616".utf8) == nil)
    #expect(KernelNumber.decimal("007".utf8) == 7)
    #expect(KernelNumber.decimal("1f".utf8) == nil)
    #expect(KernelNumber.hexadecimal("8000000".utf8) == 0x800_0000)
    #expect(KernelNumber.hexadecimal("aF".utf8) == 0xAF)
    #expect(KernelNumber.hexadecimal("ffffffffffffffff".utf8) == .max)
    #expect(KernelNumber.hexadecimal("10000000000000000".utf8) == nil)
    #expect(KernelNumber.hexadecimal("0x1".utf8) == nil)
    #expect(KernelNumber.hexadecimal("".utf8) == nil)
  }
}
