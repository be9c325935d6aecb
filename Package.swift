// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let productSettings =
  settings + [
    // Regular expressions would add a quarter to the binary; without the import nothing can draw them in by mistake.
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])
  ]

let package = Package(
  name: "bringup",
  products: [.executable(name: "bringup", targets: ["bringup"])],
  targets: [
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .target(name: "Core", dependencies: ["CYAML", "CZlib", "CMessageDigest"], swiftSettings: productSettings),
    .target(name: "Host", dependencies: ["Core", "CLinux", "CSystemd"], swiftSettings: productSettings),
    .executableTarget(name: "bringup", dependencies: ["Core", "Host"], swiftSettings: productSettings),
    .testTarget(
      name: "CoreTests", dependencies: ["Core"], exclude: ["Vectors", "YAML/Oracle", "Lint/Corpus/Good"],
      swiftSettings: settings),
    .testTarget(name: "HostTests", dependencies: ["Core", "Host", "CLinux"], swiftSettings: settings),
  ]
)
