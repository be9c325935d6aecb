import Core
import Testing

struct PresentPagesTests {
  @Test(
    "are those of all zones of memory",
    arguments: [
      (
        """
        Node 0, zone      DMA
          per-node stats
              nr_inactive_anon 1
          pages free     3840
                spanned  4095
                present  3998
                managed  3840
        Node 0, zone   Normal
                present  5505024
        Node 1, zone   Device
                present  1000
        Node 1, zone  Movable
                present  2

        """, 3998 + 5_505_024 + 2
      ),
      ("Node 0, zone DMA\npresent 0\n", 0), ("Node 0, zone Device\npresent 7\n", nil), ("", nil),
      ("Node 0, zone DMA\npresent a\n", nil), ("Node 0, zone DMA\npresent -1\n", nil),
      ("Node 0, zone DMA\npresent 18446744073709551615\npresent 1\n", nil), ("nr_present 1\npresent 1 2\n", nil),
    ] as [(String, UInt64?)])
  func count(text: String, pages: UInt64?) {
    #expect(PresentPages.count(zoneinfo: Array(text.utf8)) == pages)
  }
}
