import Core
import Testing

@Suite("What cloud-init will still do")
struct CloudInitFactsTests {
  static func outlook(
    _ presence: Fact<CloudInitFacts.Presence> = .known(.enabled), now: Fact<CloudInitFacts.Module> = .known(.notRun),
    later: Fact<CloudInitFacts.Module> = .known(.notRun), run: Fact<CloudInitFacts.Run> = .known(.underway)
  ) -> Fact<CloudInitOutlook> {
    CloudInitFacts(
      presence: presence, instanceID: .known("i-1"), writeFiles: now, deferredWriteFiles: later, run: run
    ).outlook(userData: "u")
  }

  @Test(
    "is nothing where it has no part in this boot", arguments: [CloudInitFacts.Presence.absent, .installed, .disabled])
  func absent(presence: CloudInitFacts.Presence) {
    #expect(Self.outlook(.known(presence)) == .known(.absent))
    #expect(Self.outlook(.known(presence), now: .unreadable("x")) == .known(.absent))
  }

  @Test(
    "is what has not run for this instance, until its run is over",
    arguments: [
      (.notRun, .notRun, .notBegun, .pending, .pending),
      (.notRun, .notRun, .underway, .pending, .pending),
      (.ran, .notRun, .underway, .done, .pending),
      (.ran, .ran, .underway, .done, .done),
      (.notRun, .notRun, .finished, .done, .done),
    ]
      as [(
        CloudInitFacts.Module, CloudInitFacts.Module, CloudInitFacts.Run, CloudInitOutlook.Module,
        CloudInitOutlook.Module
      )])
  func present(
    now: CloudInitFacts.Module, later: CloudInitFacts.Module, run: CloudInitFacts.Run,
    writeFiles: CloudInitOutlook.Module, deferred: CloudInitOutlook.Module
  ) {
    let outlook = Self.outlook(now: .known(now), later: .known(later), run: .known(run))
    #expect(outlook == .known(.present(userData: "u", writeFiles: writeFiles, deferred: deferred)))
  }

  @Test("is unknown where one of the facts it depends on is")
  func unreadable() {
    #expect(Self.outlook(.unreadable("a")) == .unreadable("a"))
    #expect(Self.outlook(now: .unreadable("b")) == .unreadable("b"))
    #expect(Self.outlook(later: .unreadable("c")) == .unreadable("c"))
    #expect(Self.outlook(run: .unreadable("d")) == .unreadable("d"))
  }
}
