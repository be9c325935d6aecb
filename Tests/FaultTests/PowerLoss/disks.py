"""The disks of a node: images with a file system on each, mounted one below the other."""

import contextlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# Options that make what was not synchronized as likely to be lost as the file system allows.
FILE_SYSTEMS = {
    "ext4": (64, ["mkfs.ext4", "-q", "-J", "size=4"], "noatime,data=writeback,noauto_da_alloc,commit=600"),
    "ext4-ordered": (64, ["mkfs.ext4", "-q", "-J", "size=4"], "noatime"),
    "xfs": (300, ["mkfs.xfs", "-q", "-m", "crc=1"], "noatime"),
}


class Disks:
    """`places` are where in the node's root the disks are mounted, the first at `/`."""

    def __init__(self, kind, places, scratch):
        megabytes, self.make, self.options = FILE_SYSTEMS[kind]
        self.type = kind.split("-")[0]
        self.places = places
        self.root = os.path.join(scratch, "root")
        self.images = [os.path.join(scratch, f"image-{number}") for number in range(len(places))]
        os.makedirs(self.root, exist_ok=True)
        for image in self.images:
            with open(image, "wb") as stream:
                stream.truncate(megabytes << 20)
            run(*self.make, image)

    def copy(self, images):
        """Puts the disks, as they are, into files of these names."""
        for image, copy in zip(self.images, images):
            run("cp", "--sparse=always", image, copy)

    @contextlib.contextmanager
    def mounted(self, images=None):
        """The node's root, while these images (else the node's own) are mounted."""
        done = []
        try:
            for image, place in zip(images or self.images, self.places):
                path = self.root + place
                os.makedirs(path, exist_ok=True)
                run("mount", "-t", self.type, "-o", "loop," + self.options, image, path)
                done.append(path)
            yield self.root
        finally:
            for path in reversed(done):
                run("umount", path)

    @contextlib.contextmanager
    def recorded(self, scratch):
        """The node's root, while all that reaches its disks is written to a log; and the log's path."""
        front, log = os.path.join(scratch, "front"), os.path.join(scratch, "log")
        os.makedirs(front, exist_ok=True)
        command = [sys.executable, os.path.join(HERE, "recording_disks.py"), front, log, *self.images]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
            if recorder.stdout.readline() != b"mounted\n":
                sys.exit("power-loss: no recording disk: is there /dev/fuse?")
            try:
                fronts = [os.path.join(front, str(number)) for number in range(len(self.images))]
                with self.mounted(fronts) as root:
                    yield root, log
            finally:
                run("umount", front)


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    if done.returncode != 0:
        raise OSError(f"{' '.join(command)}: {done.stdout.decode(errors='replace').strip()}")
