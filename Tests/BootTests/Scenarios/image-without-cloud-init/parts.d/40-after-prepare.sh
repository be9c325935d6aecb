#!/bin/sh
test -e /var/lib/node-setup/prepared || exit 1
echo "${0##*/}" >>/var/lib/node-setup/order
