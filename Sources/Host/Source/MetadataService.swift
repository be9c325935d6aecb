package import Core

package struct MetadataService: Sendable {
  package init(_ endpoint: MetadataEndpoint?) {}
  package func userData() throws(HostError) -> [UInt8] { [] }
}
