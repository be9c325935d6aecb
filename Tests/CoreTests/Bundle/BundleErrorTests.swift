import Testing

@testable import Core

struct BundleErrorTests {
  @Test(
    "each thing that keeps a manifest from being bundled has its place and sentence",
    arguments: [
      (
        "",
        "app.yaml: this is no manifest to bundle; begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
      ),
      (
        "apiVersion: kops.k8s.io/v1\n",
        "app.yaml: this is no manifest to bundle; begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
      ),
      (
        "apiVersion: gravitational.io.example/v2\n",
        "app.yaml: this is no manifest to bundle; begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
      ),
      (
        "a: {",
        "app.yaml:1:5: a value is missing here; put text that begins with a special character in quotes"
      ),
      (manifest("releaseNotes: file://\n"), "app.yaml:2:15: file:// names no file; write e.g. file://checks.sh"),
      (
        manifest("releaseNotes: |\n  https://x\n  is our site\n"),
        "app.yaml:2:15: text that begins with file:// or http:// has to be an address alone; if it is text, begin it otherwise"
      ),
      (
        manifest("releaseNotes: https://x is our site\n"),
        "app.yaml:2:15: text that begins with file:// or http:// has to be an address alone; if it is text, begin it otherwise"
      ),
      (
        manifest("releaseNotes: \"file://a\\0b\"\n"),
        "app.yaml:2:15: text that begins with file:// or http:// has to be an address alone; if it is text, begin it otherwise"
      ),
      (manifest("releaseNotes: !!str file://x\n"), "app.yaml:2:1: a tag (!) stands before the address; remove it"),
      (
        manifest("license: &l file://x\nreleaseNotes: *l\n"),
        "app.yaml:3:1: the address comes from elsewhere by an alias (*); write it here"
      ),
      (
        manifest("releaseNotes: &l file://x\nlogo: *l\n"),
        "app.yaml:2:15: this is, by an alias, both the logo and a text; write each address where it belongs"
      ),
      (
        manifest("logo: file://x\n"),
        "app.yaml:2:7: the content is no image; wanted PNG, JPEG, GIF, WebP, AVIF, BMP, ICO or SVG"
      ),
    ])
  func sentence(text: String, wanted: String) {
    #expect(complaints(about: text) == [wanted])
  }

  @Test("an empty script is refused, and no other empty text is")
  func empty() throws {
    let checks = "customChecks: [{description: d, script: file://x}]"
    #expect(
      complaints(about: manifest("nodeProfiles:\n  - requirements: {\(checks)}\n")) == [
        "app.yaml:3:60: the script is empty; write one, or remove the check"
      ])
    #expect(try bundled(manifest("releaseNotes: file://x\n"), "") == manifest("releaseNotes: \"\"\n"))
  }

  @Test(
    "content that would be taken for an address is refused",
    arguments: ["https://x/", " \nfile://x\n", "http://x\nand more\n"])
  func address(content: String) {
    #expect(
      complaints(about: manifest("releaseNotes: file://x\n"), content: Array(content.utf8)) == [
        "app.yaml:2:15: the content begins with file:// or http:// itself, and in its place would be taken for an address; "
          + "begin it otherwise"
      ])
  }

  @Test("all errors are told, not the first one")
  func all() {
    let text = manifest(
      "releaseNotes: file://\nwebConfig: file://x\nhooks: {a: {job: file://}, b: {job: !!str file://x}}\n")
    #expect(
      complaints(about: text).map { $0.prefix { $0 != " " } } == ["app.yaml:2:15:", "app.yaml:4:18:", "app.yaml:4:32:"])
  }

  @Test("a manifest with more references than are allowed is refused")
  func tooMany() {
    let hooks = (0...Limits.references).map { "h\($0): {job: file://x}" }.joined(separator: ", ")
    #expect(
      complaints(about: manifest("hooks: {\(hooks)}\n")).map { $0.drop { $0 != " " } } == [
        " more than 10000 fields name their content; put some of it into the manifest"
      ])
  }

  @Test("so is one that would be too large to be read again")
  func tooLarge() {
    let content = [UInt8](repeating: 0x61, count: Limits.sourceBytes)
    #expect(
      complaints(about: manifest("releaseNotes: file://x\nwebConfig: file://x\n"), content: content) == [
        "app.yaml:2:15: with all content in it the manifest is larger than 32 MiB, the most that can be read again"
      ])
  }
}
