import Testing

@testable import Core

@Suite struct SystemdDaemonReloadTypoTests {
  @Test("the misspelt word is found in commands and scripts, and mended")
  func inInstanceGroup() {
    expect(
      SystemdDaemonReloadTypo.self,
      in: """
        kind: InstanceGroup
        apiVersion: kops.k8s.io/v1alpha2
        spec:
          additionalUserData:
            - name: a.txt
              type: text/cloud-config
              content: |
                #cloud-config
                bootcmd:
                  - ⟦systemd⟧ daemon-reload
                  - |
                    date && systemctl ⟦deamon-reload⟧
            - name: b.sh
              type: text/x-shellscript
              content: |
                #!/bin/sh
                /bin/true; ⟦systemd⟧  daemon-reload
        """,
      fixed: """
        kind: InstanceGroup
        apiVersion: kops.k8s.io/v1alpha2
        spec:
          additionalUserData:
            - name: a.txt
              type: text/cloud-config
              content: |
                #cloud-config
                bootcmd:
                  - systemctl daemon-reload
                  - |
                    date && systemctl daemon-reload
            - name: b.sh
              type: text/x-shellscript
              content: |
                #!/bin/sh
                /bin/true; systemctl  daemon-reload
        """)
  }

  @Test("the right words are none", arguments: ["systemctl daemon-reload", "systemd --version", "systemd"])
  func right(command: String) {
    expect(SystemdDaemonReloadTypo.self, in: "#cloud-config\nbootcmd: ['\(command)']\n")
  }
}
