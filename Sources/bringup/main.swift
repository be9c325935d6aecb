internal import Core
internal import Host

if ProcessArguments.read().dropFirst().first == Array("--version".utf8) { print("bringup \(Version.text)") }
