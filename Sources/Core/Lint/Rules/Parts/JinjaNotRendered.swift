enum JinjaNotRendered: LintRule {
  static let id = "jinja-not-rendered"
  static let severity = LintSeverity.error
  static let summary = "A template under text/cloud-config is not rendered"
  static let why: Prose = """
    A configuration that begins with ## template: jinja is a template only where cloud-init looks at the first line. It
    believes text/cloud-config, so the {{ }} stay in the text, and most often the YAML is broken by them. kops takes no
    type for templates; text/x-shellscript is one whose first line is looked at.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            ## template: jinja
            #cloud-config
            runcmd:
              - echo "{{ v1.region }}"
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            runcmd:
              - cloud-init query v1.region
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts where part.part.declaredType == "text/cloud-config" {
      guard Sniff.contentType(of: part.part.content) == "text/jinja2" else { continue }
      findings.add(
        at: part.text.origin(at: .start),
        "the template is not rendered, because the type text/cloud-config is believed",
        help: "ask with cloud-init query in a command, or take the template's line out")
    }
  }
}
