/// An InstanceGroup of `role` with one part, a cloud-config of this line.
func configGroup(role: String, _ line: String) -> String {
  """
  apiVersion: kops.k8s.io/v1alpha2
  kind: InstanceGroup
  spec:
    role: \(role)
    additionalUserData:
      - name: a
        type: text/cloud-config
        content: |
          #cloud-config
          \(line)
  """
}
