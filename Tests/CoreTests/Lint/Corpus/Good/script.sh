#!/bin/bash
set -o errexit -o nounset -o pipefail

devices=(/dev/nvme1n1 /dev/nvme2n1)
if [[ ! -e /dev/md0 ]]; then
  mdadm --create /dev/md0 --level=0 --raid-devices="${#devices[@]}" "${devices[@]}"
  mkfs.ext4 -F /dev/md0
fi
mkdir -p /mnt/scratch
mount /dev/md0 /mnt/scratch
