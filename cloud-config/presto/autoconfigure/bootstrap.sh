#!/bin/sh
# Writes Presto's configuration from the pod's environment; the bootstrap scripts come after it, and may change it.
exec presto-autoconfigure
