import Testing

@testable import Core

/// A line of mountinfo.
private func line(_ id: Int, in parent: Int, at point: String) -> String {
  "\(id) \(parent) 8:\(id) / \(point) rw,relatime - ext4 /dev/sd\(id) rw\n"
}

@Suite("Mountinfo")
struct MountInfoTests {
  static let nested =
    line(1, in: 0, at: "/") + line(2, in: 1, at: "/data") + line(3, in: 2, at: "/data/a") + line(4, in: 1, at: "/data2")

  static func id(_ path: String, _ text: String) throws -> UInt64? {
    try MountInfo(Array(text.utf8)).mount(holding: Array(path.utf8))?.id
  }

  @Test("reads a line as proc(5) shows it")
  func documented() throws {
    let text =
      "36 35 98:0 /mnt1 /mnt/my\\040disk rw,noatime,nodev master:1 propagate_from:2 - ext3 /dev/root ro,errors=continue\n"
    let mount = try #require(try MountInfo(Array(text.utf8)).mounts.first)
    #expect(mount.id == 36)
    #expect(mount.parent == 35)
    #expect(mount.root == Array("/mnt1".utf8))
    #expect(mount.point == Array("/mnt/my disk".utf8))
    #expect(mount.type == "ext3")
    #expect(mount.options == ["rw", "noatime", "nodev"])
    #expect(mount.superOptions == ["ro", "errors=continue"])
    #expect(mount.line == String(text.dropLast()))
  }

  @Test(
    "takes a backslash with three octal digits for a byte, and no other",
    arguments: [
      ("/a\\040b", "/a b"), ("/a\\011\\012b", "/a\t\nb"), ("/a\\134040b", "/a\\040b"), ("/\\303\\274", "/ü"),
      ("/a\\0", "/a\\0"), ("/a\\", "/a\\"), ("/a\\999", "/a\\999"), ("/a\\+12", "/a\\+12"), ("/a\\777", "/a\\777"),
    ])
  func escapes(escaped: String, point: String) throws {
    let mounts = try MountInfo(Array(line(1, in: 0, at: escaped).utf8)).mounts
    #expect(mounts.map(\.point) == [Array(point.utf8)])
  }

  @Test("keeps a mount point that is not UTF-8")
  func bytes() throws {
    let mounts = try MountInfo(Array(line(1, in: 0, at: "/\\377").utf8)).mounts
    #expect(mounts[0].point == [0x2F, 0xFF])
    #expect(
      try MountInfo(Array(line(1, in: 0, at: "/\\377").utf8)).mount(holding: [0x2F, 0xFF, 0x2F, 0x61])?.id == 1)
  }

  @Test(
    "tells where an overlay puts what is written to it",
    arguments: [
      ("overlay", "rw,lowerdir=/,upperdir=/run/my\\040upper,workdir=/w", "/run/my upper"),
      ("overlay", "rw,upperdir=upper", nil), ("overlay", "ro", nil), ("ext4", "rw,upperdir=/run/upper", nil),
    ] as [(String, String, String?)])
  func upper(type: String, options: String, path: String?) throws {
    let mounts = try MountInfo(Array("3 1 0:6 / /live rw - \(type) none \(options)\n".utf8)).mounts
    #expect(mounts[0].upperDirectory?.text == path)
  }

  @Test(
    "tells what is read-only by itself or by its file system",
    arguments: [
      ("rw", "rw", false), ("ro", "rw", true), ("rw", "ro", true), ("rw,noro", "rw,errors=remount-ro", false),
      ("rw", "rw,emergency_ro", true), ("rw", "rw,shutdown", true),
    ])
  func readOnly(options: String, superOptions: String, isReadOnly: Bool) throws {
    let mounts = try MountInfo(Array("1 0 8:1 / / \(options) - ext4 /dev/sda \(superOptions)\n".utf8)).mounts
    #expect(mounts[0].isReadOnly == isReadOnly)
  }

  @Test(
    "reads lines as kernels really write them",
    arguments: [
      ("an empty source", "26 24 0:24 / /x rw - tmpfs  rw", "tmpfs"),
      ("a blank in the options", "26 24 0:24 / /x rw - overlay o rw,lowerdir=/a b:/c", "overlay"),
      ("an optional field of a later kernel", "26 24 0:24 / /x rw shared:1 new:2 - xfs /dev/a rw", "xfs"),
      ("a subtype", "26 24 0:24 / /x rw - fuse.sshfs a@b: rw", "fuse.sshfs"),
    ])
  func variants(name: String, line: String, type: String) throws {
    #expect(try MountInfo(Array(line.utf8)).mounts.map(\.type) == [type], "\(name)")
  }

  @Test(
    "finds the mount that holds a path",
    arguments: [
      ("/", 1), ("/etc", 1), ("/data", 2), ("/data/b", 2), ("/data/a", 3), ("/data/a/b/c", 3), ("/data2", 4),
      ("/data2/a", 4), ("/data22", 1), ("/dat", 1), ("/data/ab", 2),
    ] as [(String, UInt64)])
  func holding(path: String, id: UInt64) throws {
    #expect(try Self.id(path, Self.nested) == id)
  }

  @Test(
    "takes what is mounted over another, which hides all below it",
    arguments: [
      ("the second over one point", line(5, in: 2, at: "/data"), "/data/b", 5),
      ("and what was in the first", line(5, in: 2, at: "/data"), "/data/a/x", 5),
      ("what is in the second", line(5, in: 2, at: "/data") + line(6, in: 5, at: "/data/a"), "/data/a/x", 6),
      ("over the root", line(5, in: 1, at: "/"), "/data", 5),
      ("of two in one, the last", line(5, in: 1, at: "/data"), "/data/b", 5),
    ] as [(String, String, String, UInt64)])
  func over(name: String, more: String, path: String, id: UInt64) throws {
    #expect(try Self.id(path, Self.nested + more) == id, "\(name)")
  }

  @Test("does not depend on the order of the lines")
  func order() throws {
    let lines = (Self.nested + line(5, in: 2, at: "/data")).split(separator: "\n").reversed().joined(
      separator: "\n")
    #expect(try Self.id("/data/a", lines) == 5)
  }

  @Test(
    "has an answer where parents make no tree",
    arguments: [
      ("its own parent, as rootfs is", line(1, in: 1, at: "/"), "/x", 1),
      ("two in a circle", line(1, in: 2, at: "/") + line(2, in: 1, at: "/"), "/x", nil),
      ("no root, as in a chroot", line(7, in: 3, at: "/data"), "/x", nil),
      ("no root, below what is there", line(7, in: 3, at: "/data"), "/data/x", 7),
      ("nothing at all", "", "/", nil),
    ] as [(String, String, String, UInt64?)])
  func noTree(name: String, text: String, path: String, id: UInt64?) throws {
    #expect(try Self.id(path, text) == id, "\(name)")
  }

  @Test("finds a mount by its number")
  func number() throws {
    let mounts = try MountInfo(Array(Self.nested.utf8))
    #expect(mounts.mount(id: 3)?.point == Array("/data/a".utf8))
    #expect(mounts.mount(id: 9) == nil)
  }

  @Test(
    "is refused whole for a line that is none",
    arguments: [
      "garbage", "", "1 0 8:1 / / rw ext4 /dev/sda rw", "1 0 8:1 / / rw - ext4 /dev/sda", "x 0 8:1 / / rw - ext4 a rw",
      "1 y 8:1 / / rw - ext4 a rw", "-1 0 8:1 / / rw - ext4 a rw", "+1 0 8:1 / / rw - ext4 a rw",
      "1 0 8:1 / relative rw - ext4 a rw", "1 0 8:1 /  rw - ext4 a rw", "1 0 8:1 / / rw -  a rw",
      "99999999999999999999 0 8:1 / / rw - ext4 a rw", "1 0 8:1 / / - ext4 a rw x y",
    ])
  func malformed(text: String) {
    #expect(throws: MountInfo.Malformed(line: 2)) {
      try MountInfo(Array((line(1, in: 0, at: "/") + text + "\n" + line(2, in: 1, at: "/a")).utf8))
    }
  }

  @Test("is read in linear time, however deep the mounts lie in one another")
  func deep() throws {
    var text = line(1, in: 0, at: "/")
    for number in 2...20_000 { text += line(number, in: number - 1, at: "/a") }
    #expect(try Self.id("/a/b", text) == 20_000)
  }
}
