"""A command in a root of its own, to be run again and again from one state."""

import os
import shutil
import stat
import subprocess

import tracee
import tree

ENVIRONMENT = {"PATH": "/usr/bin:/bin"}


def build_node(root, program):
    """A root with programs, devices and processes, mounted where it lies, so that it looks like one from within."""
    os.makedirs(root)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=0755", "node", root], check=True)
    for directory in ("usr/bin", "bin", "proc", "sys", "dev/shm"):
        os.makedirs(f"{root}/{directory}")
    subprocess.run(["mount", "-t", "proc", "proc", f"{root}/proc"], check=True)
    subprocess.run(["mount", "-t", "sysfs", "-o", "ro", "sysfs", f"{root}/sys"], check=True)
    shutil.copy(program, f"{root}/usr/bin/bringup")
    shutil.copy("/bin/busybox", f"{root}/bin/busybox")
    for name in ("sh", "cat", "true", "test"):
        os.symlink("busybox", f"{root}/bin/{name}")
    for name, minor in (("null", 3), ("zero", 5), ("urandom", 9)):
        os.mknod(f"{root}/dev/{name}", 0o666 | stat.S_IFCHR, os.makedev(1, minor))


class Scene:
    """`place` is a directory of this process alone. In a node the program runs in the root, else beside it."""

    def __init__(self, program, place, is_node):
        self.is_node = is_node
        self.root = f"{place}/root"
        self.template = f"{place}/template"
        self.input = f"{place}/input"
        self.program = "/usr/bin/bringup" if is_node else program
        if is_node:
            build_node(self.root, program)

    def command(self, *words):
        return [self.program, *words] if self.is_node else [self.program, *words, "--root", self.root]

    def run(self, *words):
        """Runs without a fault; what subprocess tells of it."""
        enter = (lambda: os.chroot(self.root)) if self.is_node else None
        return subprocess.run(
            self.command(*words), preexec_fn=enter, cwd=None if self.is_node else "/", env=ENVIRONMENT, capture_output=True,
            stdin=subprocess.DEVNULL, timeout=60)

    def trace(self, words, fault=None, recording=False):
        return tracee.Tracee(fault, recording, self.root).trace(
            self.command(*words), self.root if self.is_node else None, environment=ENVIRONMENT)

    def keep(self):
        """The root as it is now is where every run begins."""
        os.makedirs(self.template, exist_ok=True)
        # What is mounted in it, processes above all, is not to be read.
        subprocess.run(["cp", "-ax", "--no-target-directory", self.root, self.template], check=True)
        for path in tree.FOREIGN:
            subprocess.run(["rm", "-rf", "--one-file-system", self.template + path], check=True)

    def put_back(self):
        tree.put_back(self.template, self.root)

    def found(self):
        return tree.snapshot(self.root)
