extension LintAssumptions {
  /// What an InstanceGroup says itself, where no option did: its `image` names a distribution and, by its form, a cloud.
  ///
  /// `099720109477/ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server` is Ubuntu 22.04 on AWS.
  mutating func read(_ group: LintGroup) {
    guard let text = group.field("image") else { return }
    let name = PythonText.asciiLowered(text)
    let images: [(word: String, image: LintImage)] = [
      ("debian-11", .debian11), ("debian-12", .debian12), ("debian-13", .debian13), ("22.04", .ubuntu2204),
      ("2204", .ubuntu2204), ("24.04", .ubuntu2404), ("2404", .ubuntu2404), ("flatcar", .flatcar), ("cos-", .cos),
      ("rhel-9", .rhel9), ("al2023", .amazon2023),
    ]
    if image.basis == .assumed, let found = images.first(where: { PythonText.contains($0.word, in: name) }) {
      image = LintGiven(found.image, .read)
    }
    let clouds: [(word: String, cloud: LintCloud)] = [
      ("ssm:", .aws), ("ami-", .aws), ("-hvm", .aws), ("/hvm", .aws), ("cos-cloud/", .gce), ("ubuntu-os-cloud/", .gce),
      ("debian-cloud/", .gce), ("canonical:", .azure),
    ]
    if cloud.basis == .assumed, let found = clouds.first(where: { PythonText.contains($0.word, in: name) }) {
      cloud = LintGiven(found.cloud, .read)
    }
  }
}
