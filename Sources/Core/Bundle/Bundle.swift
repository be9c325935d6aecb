/// A manifest whose fields may name their content, and that content put in its place.
///
/// ```yaml
/// customChecks:
///   - script: file://checks.sh  # the checks
/// ```
/// becomes, where the file holds the one line `true`,
/// ```yaml
/// customChecks:
///   - script: |  # the checks
///       true
/// ```
/// Everything but the addresses stays as it is, byte for byte. A value that aliases lead to is changed where it is
/// written, and so for all of them.
package struct Bundle: Sendable {
  /// In the order of the text.
  package let references: [Reference]
  /// What is wrong with fields that would be references.
  package let errors: [UserDataError]
  private let text: [UInt8]

  /// Reads a Gravity manifest or bringup document, or a stream that has one among others. `name` is what messages call it.
  package init(_ text: [UInt8], named name: String) throws(UserDataError) {
    let placement = Placement.whole(name)
    let documents = try YAML.parseAll(text, placement: placement)
    guard documents.contains(where: { ManifestKind(of: $0) != nil }) else {
      throw UserDataError(placement.origin, .bundle(.notAManifest))
    }
    var finder = ReferenceFinder(placement: placement)
    for document in documents { finder.search(document) }
    var sites = SiteFinder(text)
    var references: [Reference] = []
    for found in finder.all {
      do throws(BundleProblem) {
        references.append(
          Reference(
            field: Self.name(of: found.field), address: found.address, form: found.form, kind: found.kind,
            origin: placement.origin(at: found.value.start), site: try sites.site(of: found)))
      } catch {
        finder.fail(error, at: found.key)
      }
    }
    self.text = text
    self.references = references
    errors = finder.errors
  }

  /// `hooks.install.job`, `nodeProfiles[0].requirements`.
  private static func name(of field: [ReferenceFinder.Component]) -> String {
    field.reduce("") { name, component in
      switch component {
      case .key(let key): name + (name.isEmpty ? "" : ".") + Printable.escape(key)
      case .index(let index): "\(name)[\(index)]"
      }
    }
  }

  /// The manifest with the content of each reference in its place; `contents` are in the order of the references.
  package func filled(with contents: [[UInt8]]) throws(BundleFailure) -> [UInt8] {
    precondition(contents.count == references.count && errors.isEmpty, "all contents of a manifest without errors")
    let writer = ContentWriter(text: text)
    var edits: [Splice] = []
    var errors: [UserDataError] = []
    var size = text.count
    for (reference, content) in zip(references, contents) {
      do throws(BundleProblem) {
        guard size + content.count <= Limits.sourceBytes else { throw .resultTooLarge }
        let more = try writer.edits(content, for: reference)
        size += more.reduce(0) { $0 + $1.bytes.count }
        guard size <= Limits.sourceBytes else { throw .resultTooLarge }
        edits += more
      } catch {
        errors.append(UserDataError(reference.origin, .bundle(error)))
        if error == .resultTooLarge { break }
      }
    }
    guard errors.isEmpty else { throw BundleFailure(errors: errors) }
    return text.applying(edits)
  }
}
