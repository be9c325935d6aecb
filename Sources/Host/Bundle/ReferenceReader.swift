package import Core

/// Reads what the references of a manifest name.
package struct ReferenceReader: ~Copyable {
  private let directory: ManifestDirectory
  private let curl: Curl
  // By bytes: names that differ only in Unicode normalisation are different files.
  private var known: [[UInt8]: [UInt8]] = [:]
  private var bytes = 0

  package init(from directory: consuming ManifestDirectory, by curl: Curl) {
    self.directory = directory
    self.curl = curl
  }

  /// The content of each reference, in their order; what is named twice is read once. Throws all that cannot be read.
  package mutating func read(_ references: [Reference]) throws(BundleFailure) -> [[UInt8]] {
    var contents: [[UInt8]] = []
    var errors: [UserDataError] = []
    for reference in references where errors.count < Limits.errorsPerPart {
      do throws(HostError) {
        contents.append(try content(of: reference.address))
      } catch {
        errors.append(UserDataError(reference.origin, .bundle(.unreadable(error.description))))
      }
    }
    guard errors.isEmpty else { throw BundleFailure(errors: errors) }
    return contents
  }

  private mutating func content(of address: ReferenceAddress) throws(HostError) -> [UInt8] {
    let key = Array(address.text.utf8)
    if let content = known[key] { return content }
    let content =
      switch address {
      case .file(let path): try directory.read(path)
      case .web(let url): try curl.fetch(url)
      }
    bytes += content.count
    guard bytes <= Limits.sourceBytes else {
      throw HostError(
        "read", ShownAddress.of(address.text),
        said: "all content together is larger than \(Limits.sourceBytes >> 20) MiB, the most of a manifest")
    }
    known[key] = content
    return content
  }
}
