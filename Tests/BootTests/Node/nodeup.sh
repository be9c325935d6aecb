#!/bin/bash
# Stands in for the script that kops puts first into the user-data of a node. As there, the work is left to a unit that this
# script installs and starts without waiting for it.
set -o errexit
set -o nounset
set -o pipefail

mkdir -p /opt/kops/bin /etc/sysconfig
touch /etc/environment
echo AWS_REGION=nowhere-1 > /etc/sysconfig/kops-configuration

cat > /opt/kops/bin/nodeup <<'PROGRAM'
#!/bin/sh
# The pauses leave the journal time to read what came before, so that its order is the order of events.
sleep 0.2
echo 'nodeup: started'
cat > /lib/systemd/system/kubelet.service <<'UNIT'
[Unit]
Description=Stand-in for the kubelet
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c 'echo "kubelet: node class is $${NODE_CLASS:-not set}"'
UNIT
systemctl daemon-reload
systemctl restart --no-block kubelet.service
echo 'nodeup: finished'
sleep 0.2
PROGRAM
chmod 0755 /opt/kops/bin/nodeup

cat > /lib/systemd/system/kops-configuration.service <<'UNIT'
[Unit]
Description=Run kOps bootstrap (nodeup)
[Service]
EnvironmentFile=/etc/sysconfig/kops-configuration
EnvironmentFile=/etc/environment
ExecStart=/opt/kops/bin/nodeup --conf=/opt/kops/conf/kube_env.yaml --v=8
Type=oneshot
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl restart --no-block kops-configuration.service
systemctl enable kops-configuration.service
