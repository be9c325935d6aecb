import Testing

@testable import Core

struct MarginTextTests {
  @Test(
    "a margin is told with its sign, in a unit that people read",
    arguments: [
      (Margin(found: 4, minimum: 8, unit: .cpus), "-4 CPUs (-50.0 %)"),
      (Margin(found: 16, maximum: 8, unit: .cpus), "-8 CPUs (-100.0 %)"),
      (Margin(found: 1.5, minimum: 2, unit: .cpus), "-0.5 CPUs (-25.0 %)"),
      (Margin(found: 3, minimum: 2, unit: .cpus), "+1 CPU (+50.0 %)"),
      (Margin(found: 8, minimum: 8, unit: .cpus), "+0 CPUs (+0.0 %)"),
      (Margin(found: 4, minimum: 0, unit: .cpus), "+4 CPUs"),
      (Margin(found: 999, minimum: 0, unit: .bytes), "+999B"),
      (Margin(found: 999_950, minimum: 0, unit: .bytes), "+999.95kB"),
      (Margin(found: 49e6, minimum: 50e6, unit: .bytesPerSecond), "-1MB/s (-2.0 %)"),
      (Margin(found: 7e15, minimum: 0, unit: .bytes), "+7PB"),
      (Margin(found: .infinity, minimum: 1, unit: .bytes), "+18.44EB (+922337203685477580.7 %)"),
    ])
  func margin(margin: Margin, text: String) {
    #expect(margin.text == text)
  }
}
