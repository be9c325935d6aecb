extension InstanceTypeRequirement {
  var check: Check {
    Check(
      id: CheckID("instance-type"), wanted: Wording.choice(types.map(Printable.escape)), origin: origin)
  }

  /// By the cloud's name for this machine's type.
  package func judge(_ reading: Reading<String>) -> [Verdict] {
    let evidence = [reading.evidence]
    guard let type = reading.value else {
      return [
        Verdict(
          check, .unknown, found: Wording.notKnown(reading.evidence), evidence: evidence,
          remedy: """
            It is read from cloud-init's instance data or from the metadata service at 169.254.169.254: let this process \
            reach one of them (from a container the service needs a hop limit of 2). Elsewhere than on AWS: \
            --skip instance-type.
            """)
      ]
    }
    if types.contains(where: { $0.utf8.elementsEqual(type.utf8) }) {
      return [Verdict(check, .pass, found: Printable.escape(type), evidence: evidence)]
    }
    return [
      Verdict(
        check, .fail, found: Printable.escape(type), evidence: evidence,
        remedy: "Start the node as one of these types, or add its type to the profile's providers.aws.instanceTypes.")
    ]
  }
}
