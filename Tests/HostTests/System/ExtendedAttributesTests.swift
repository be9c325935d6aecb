import CLinux
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("Extended attributes", .enabled(if: ScratchMount.hasAttributes))
struct ExtendedAttributesTests {
  @Test("are handed on where their names take more than a first guess at their room")
  func manyNames() throws {
    let mount = try ScratchMount("rw")
    let names = (0..<40).map { "user." + String(repeating: "n", count: 200) + "\($0)" }
    for name in ["old", "new"] { try Data().write(to: URL(filePath: "\(mount.path)/\(name)")) }
    for name in names { try #require(setxattr("\(mount.path)/old", name, name, 5, 0) == 0) }
    let target = FileDescriptor(owning: open("\(mount.path)/new", O_WRONLY | O_CLOEXEC))
    let directory = FileDescriptor(owning: open(mount.path, O_PATH | O_CLOEXEC))
    try ExtendedAttributes.copy(.all, from: "old", of: directory.number, to: target.number)
    for name in names { #expect(getxattr("\(mount.path)/new", name, nil, 0) == 5) }
  }
}
