#!/bin/sh
# A script is a part like any other. With --run it is executed when the files of all parts are in place.
echo "prepare: $(wc -c < /etc/node-setup/token) bytes of token"
