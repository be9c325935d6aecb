#!/usr/bin/python3
"""What people write in place of a preflight, with psutil: by-hand.py node|ports

node: what the profile db of cloud-config/telekube/app.yaml asks, but for scripts and rates. ports: who holds a port.
"""

import glob
import os
import platform
import re
import socket
import sys

import psutil


class Checks:
    failed = False

    def tell(self, name, found, good):
        print("%s  %s  %s" % ("pass" if good else "FAIL", name, found))
        self.failed = self.failed or not good


def held(kind):
    """Ports that are listened on, and bound ones of UDP, with the process that holds them."""
    for connection in psutil.net_connections(kind=kind):
        if connection.type == socket.SOCK_DGRAM or connection.status == psutil.CONN_LISTEN:
            name = psutil.Process(connection.pid).name() if connection.pid else "?"
            yield connection.laddr.port, name


def node(checks):
    cpus = len(os.sched_getaffinity(0))
    checks.tell("cpu", cpus, cpus >= 8)
    memory = psutil.virtual_memory().total
    checks.tell("ram", memory, memory >= 32e9)

    release = platform.freedesktop_os_release()
    system = "%s %s" % (release["ID"], release.get("VERSION_ID", ""))
    checks.tell("os", system, re.match(r"centos 7\b|rhel 7\.[23]\b", system))

    mounts = sorted(psutil.disk_partitions(all=True), key=lambda mount: len(mount.mountpoint))
    for path in ("/var/lib/logs", "/var/lib/data"):
        directory = path
        while not os.path.isdir(directory):
            directory = os.path.dirname(directory)
        space = psutil.disk_usage(directory).free
        checks.tell(path, "%d bytes" % space, space >= 512e9)
        if path == "/var/lib/data":
            real = os.path.realpath(directory)
            holding = [m for m in mounts if real == m.mountpoint or real.startswith(m.mountpoint.rstrip("/") + "/")]
            checks.tell(path, holding[-1].fstype, holding[-1].fstype in ("ext4", "xfs"))

    devices = glob.glob("/dev/nvidia*")
    checks.tell("nvidia", devices, devices and all(os.access(path, os.R_OK | os.W_OK) for path in devices))
    wanted = {8080, *range(10000, 10006)}
    found = [(port, name) for port, name in held("tcp") if port in wanted]
    checks.tell("ports", found or "free", not found)


def ports(checks):
    for kind in ("tcp", "udp"):
        found = sorted(held(kind))
        print("%d %s" % (len(found), kind.upper()))
        checks.failed = checks.failed or bool(found)


def main():
    checks = Checks()
    {"node": node, "ports": ports}[sys.argv[1]](checks)
    sys.exit(1 if checks.failed else 0)


main()
