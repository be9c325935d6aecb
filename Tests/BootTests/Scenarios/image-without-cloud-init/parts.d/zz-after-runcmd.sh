#!/bin/sh
echo "${0##*/}" >>/var/lib/node-setup/order
