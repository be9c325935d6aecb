#!/bin/bash
# Nodes whose clocks differ lose etcd's lease.
state=$(timedatectl show --property NTPSynchronized --value)
if [[ $state != yes ]]; then
	echo "the clock is not synchronized: timedatectl says NTPSynchronized=$state"
	exit 1
fi
