#!/bin/sh
# Runs on each boot, before the services of planet.
set -e
mkdir -p /var/lib/node-setup
getconf _NPROCESSORS_ONLN >/var/lib/node-setup/prepared
echo "prepare: done"
