/// Texts that several tests look at.
enum LintCorpus {
  /// An InstanceGroup as a guide has it that many have followed: it holds two tabs, a comment that swallows a redirection,
  /// and a program that does not reload.
  static let publishedExample = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata:
      name: nodes
    spec:
      additionalUserData:
      - name: custom-install-sequence.txt
        type: text/cloud-config
        content: |
          #cloud-config
          write_files:
            - path: /var/cache/custom-install/log-time.sh
              permissions: "0755"
              content: |
                #!/bin/bash
    \t    echo "Hello World.  The time is now $(date -R)!" | tee /root/output.txt
          bootcmd:
            - mkdir -p /lib/systemd/system/kops-configuration.service.d
            - echo [Service] >> /lib/systemd/system/kops-configuration.service.d/custom-setup.conf
            - echo ExecStartPre=/bin/bash /var/cache/custom-install/log-time.sh >> /lib/systemd/system/kops-configuration.service.d/custom-setup.conf
    \t- echo ExecStopPost=/bin/touch /var/cache/kubernetes-install/nodeup_script_launch_done >> /lib/systemd/system/kops-configuration.service.d/custom-setup.conf
            - echo TimeoutSec=infinity # Might be required for scripts that install a lot of drivers/libraries >> /lib/systemd/system/kops-configuration.service.d/custom-setup.conf
            - systemd daemon-reload

    """

  /// What is to come of it.
  static let publishedExampleMended = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata:
      name: nodes
    spec:
      additionalUserData:
      - name: custom-install-sequence.txt
        type: text/cloud-config
        content: |
          #cloud-config
          write_files:
            - path: /var/cache/custom-install/log-time.sh
              permissions: "0755"
              content: |
                #!/bin/bash
                echo "Hello World.  The time is now $(date -R)!" | tee /root/output.txt
      - name: custom-install-sequence-units.yaml
        type: text/cloud-boothook
        content: |
          #!/usr/bin/bringup apply
          apiVersion: bringup/v1
          units:
            kops-configuration.service:
              dropIn: custom-setup.conf
              execStartPre:
                - /bin/bash /var/cache/custom-install/log-time.sh
              execStopPost:
                - /bin/touch /var/cache/kubernetes-install/nodeup_script_launch_done
              timeoutSec: infinity

    """
}
