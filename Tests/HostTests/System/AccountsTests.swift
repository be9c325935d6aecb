import Core
import Testing

@testable import Host

@Suite("Accounts")
struct AccountsTests {
  static let passwd = """
    # a comment:x:7:7
    root:x:0:0:root:/root:/bin/bash
    daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
      app:x:1000:1000::/home/app:/bin/sh
    short:x:1001:1001
    app:x:2000:2000:second of that name::
    other:x:1000:1000:second of that number::
    4711:x:12:12:named by a number::
    caf\u{E9}:x:30:30:::
    +nis:x:40:40:::
    -nis:x:41:41:::
    :x:50:50:no name::
    nonumber:x::60:::
    negative:x:-1:60:::
    word:x:ten:60:::
    reserved:x:4294967295:60:::
    toobig:x:4294967296:60:::
    most:x:4294967294:60:::
    line without colons
    two:x

    """
  static let group = """
    root:x:0:
    games:x:60:app,daemon
    bare:x:61
    """

  static func accounts() throws -> Accounts {
    let scratch = try ScratchRoot()
    try scratch.write("etc/passwd", passwd)
    try scratch.write("etc/group", group)
    return try Accounts(of: Root(scratch.path))
  }

  @Test(
    "are found by name",
    arguments: [
      ("root", 0), ("daemon", 1), ("app", 1000), ("short", 1001), ("other", 1000), ("most", 4_294_967_294),
      ("caf\u{E9}", 30), ("4711", 12), ("4712", 4712), ("0", 0), ("0010", 10),
    ] as [(String, UInt32)])
  func users(name: String, number: UInt32) throws {
    let owner = try Self.accounts().resolve(OwnerRequest(user: .name(name), group: nil))
    #expect(owner.user == number)
    #expect(owner.group == nil)
  }

  @Test(
    "of groups are found in the other file",
    arguments: [("root", 0), ("games", 60), ("bare", 61), ("77", 77)] as [(String, UInt32)])
  func groups(name: String, number: UInt32) throws {
    let owner = try Self.accounts().resolve(OwnerRequest(user: nil, group: .name(name)))
    #expect(owner.group == number)
    #expect(owner.user == nil)
  }

  @Test("given as numbers need no entry")
  func numbers() throws {
    let owner = try Self.accounts().resolve(OwnerRequest(user: .id(5), group: .id(6)))
    #expect(owner.user == 5)
    #expect(owner.group == 6)
  }

  @Test(
    "that are not there are an error with the name and the file",
    arguments: [
      "games", "nis", "+nis", "-nis", "", "nonumber", "negative", "word", "reserved", "toobig", "two", "APP", "app ",
      "cafe\u{301}", "4294967295", "99999999999", "a\nb",
    ])
  func unknown(name: String) throws {
    let accounts = try Self.accounts()
    #expect(throws: HostError("look up user", said: "no user \(Printable.quote(name)) in /etc/passwd")) {
      try accounts.resolve(OwnerRequest(user: .name(name), group: nil))
    }
  }

  @Test("of a group that is not there name its file")
  func unknownGroup() throws {
    let accounts = try Self.accounts()
    let error = #expect(throws: HostError.self) {
      try accounts.resolve(OwnerRequest(user: .name("root"), group: .name("daemon")))
    }
    #expect(error?.description == "look up group: no group \"daemon\" in /etc/group")
  }

  @Test("have the first name of their number, or the number")
  func names() throws {
    let accounts = try Self.accounts()
    #expect(accounts.userName(of: .id(1000)) == "app")
    #expect(accounts.userName(of: .id(1234)) == "1234")
    #expect(accounts.userName(of: .name("nobody")) == "nobody")
    #expect(accounts.groupName(of: .id(60)) == "games")
    #expect(accounts.groupName(of: .id(1)) == "1")
  }

  @Test("of a root without the files are root's alone")
  func missing() throws {
    let scratch = try ScratchRoot()
    let accounts = try Accounts(of: Root(scratch.path))
    let owner = try accounts.resolve(OwnerRequest(user: .name("root"), group: .name("root")))
    #expect(owner.user == 0)
    #expect(owner.group == 0)
    #expect(accounts.userName(of: .id(0)) == "root")
    #expect(throws: HostError("look up user", said: "no user \"daemon\" in /etc/passwd")) {
      try accounts.resolve(OwnerRequest(user: .name("daemon"), group: nil))
    }
  }

  @Test("in what is no file are an error, not an empty list")
  func unreadable() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("etc/passwd")
    let error = #expect(throws: HostError.self) { try Accounts(of: Root(scratch.path)) }
    #expect(error == HostError("read", "/etc/passwd", .invalid))
  }

  @Test("are those of the root, not of the node")
  func confined() throws {
    let scratch = try ScratchRoot()
    try scratch.link("etc/passwd", to: "/elsewhere")
    try scratch.write("elsewhere", "inside:x:9:9:::")
    let owner = try Accounts(of: Root(scratch.path)).resolve(OwnerRequest(user: .name("inside"), group: nil))
    #expect(owner.user == 9)
  }
}
