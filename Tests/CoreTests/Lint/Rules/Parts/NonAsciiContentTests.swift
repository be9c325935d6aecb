import Testing

@testable import Core

@Suite struct NonAsciiContentTests {
  private static let head = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    spec:
      additionalUserData:
        - name: a
          type: text/cloud-config
          content: |

    """

  @Test("a file's content is put into base64, whole")
  func file() {
    expect(
      NonAsciiContent.self,
      in: Self.head + """
                #cloud-config
                write_files:
                  - path: /etc/motd
                    content: |
                      Gr⟦üß⟧e
                      und ⟦—⟧ mehr
                    owner: root # ours
        """,
      fixed: Self.head + """
                #cloud-config
                write_files:
                  - path: /etc/motd
                    encoding: b64
                    content: R3LDvMOfZQp1bmQg4oCUIG1laHIK
                    owner: root # ours
        """)
  }

  @Test("elsewhere it is found and left to a person")
  func elsewhere() {
    expect(
      NonAsciiContent.self, in: Self.head + "            #cloud-config\n            # gr⟦ü⟧n\n            runcmd: []\n")
    expect(
      NonAsciiContent.self,
      in: "MIME-Version: 1.0\nContent-Type: text/x-shellscript\n\n#!/bin/sh\necho ⟦é⟧\n")
  }

  @Test("where cloud-init reads UTF-8 it is none")
  func good() {
    expect(NonAsciiContent.self, in: "#cloud-config\nruncmd: [echo é]\n")
    expect(
      NonAsciiContent.self,
      in:
        "MIME-Version: 1.0\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\nIyEvYmluL3NoCmVjaG8gw6kK\n"
    )
  }
}
