#!/usr/bin/python3
"""Disks that record what reaches them: recording_disks.py DIRECTORY LOG IMAGE...

Mounts a FUSE file system at DIRECTORY with one file for each IMAGE, named 0, 1 and so on; a loop device on such a file is a
disk. Each write and each flush is appended to LOG before it is answered (block_log.py reads it back). Says `mounted` and
serves until the file system is unmounted.
"""

import ctypes
import errno
import os
import stat
import struct
import sys

import block_log

ROOT = 1
MAX_WRITE = 128 << 10
BIG_WRITES, MAX_PAGES = 1 << 5, 1 << 22

IN_HEADER = struct.Struct("<IIQQIIIHH")
OUT_HEADER = struct.Struct("<IiQ")
INIT_OUT = struct.Struct("<IIIIHHIIHHI28x")
ENTRY_OUT = struct.Struct("<QQQQII")
ATTR_OUT = struct.Struct("<QII")
ATTR = struct.Struct("<QQQQQQIIIIIIIIII")
OPEN_OUT = struct.Struct("<QIi")
IO_IN = struct.Struct("<QQIIQII")
WRITE_OUT = struct.Struct("<II")
STATFS_OUT = struct.Struct("<QQQQQIIII24x")


class Disks:
    """Answers requests of the kernel; node 1 is the directory, node N+2 is the image N."""

    def __init__(self, images, log):
        self.images = [os.open(image, os.O_RDWR | os.O_CLOEXEC) for image in images]
        self.log = log
        # Operation numbers of linux/fuse.h.
        self.handlers = {
            1: self.lookup, 3: self.attributes, 4: self.attributes, 14: self.opened, 15: self.read, 16: self.write,
            17: self.file_system, 18: self.nothing, 20: self.flush, 25: self.nothing, 26: self.init, 27: self.opened,
            29: self.nothing, 38: self.nothing,
        }

    def answer(self, operation, node, body):
        """The bytes to reply with; an OSError becomes the reply's error number."""
        handler = self.handlers.get(operation)
        if handler is None:
            raise OSError(errno.ENOSYS, "no such operation")
        return handler(node, body)

    def init(self, node, body):
        flags = struct.unpack_from("<IIII", body)[3] & (BIG_WRITES | MAX_PAGES)
        return INIT_OUT.pack(7, 31, 0, flags, 16, 12, MAX_WRITE, 1, MAX_WRITE >> 12, 0, 0)

    def lookup(self, node, body):
        name = body.rstrip(b"\0")
        if not name.isdigit() or int(name) >= len(self.images):
            raise OSError(errno.ENOENT, "no such disk")
        found = int(name) + 2
        return ENTRY_OUT.pack(found, 1, 3600, 3600, 0, 0) + self.attribute(found)

    def attributes(self, node, body):
        return ATTR_OUT.pack(3600, 0, 0) + self.attribute(node)

    def attribute(self, node):
        if node == ROOT:
            size, mode = 0, stat.S_IFDIR | 0o700
        else:
            size, mode = os.fstat(self.image(node)).st_size, stat.S_IFREG | 0o600
        return ATTR.pack(node, size, size >> 9, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)

    def image(self, node):
        return self.images[node - 2]

    def opened(self, node, body):
        return OPEN_OUT.pack(0, 0, 0)

    def read(self, node, body):
        _, offset, size, *_ = IO_IN.unpack_from(body)
        return os.pread(self.image(node), size, offset)

    def write(self, node, body):
        _, offset, size, *_ = IO_IN.unpack_from(body)
        data = body[IO_IN.size : IO_IN.size + size]
        self.log.write(block_log.Write(node - 2, offset, data).packed())
        os.pwrite(self.image(node), data, offset)
        return WRITE_OUT.pack(size, 0)

    def flush(self, node, body):
        self.log.write(block_log.Flush(node - 2).packed())
        return b""

    def file_system(self, node, body):
        return STATFS_OUT.pack(0, 0, 0, 0, 0, 4096, 255, 4096, 0)

    def nothing(self, node, body):
        return b""


FORGET, INTERRUPT, BATCH_FORGET = 2, 36, 42


def serve(device, disks):
    while True:
        try:
            request = os.read(device, MAX_WRITE + 4096)
        except OSError as error:
            if error.errno == errno.ENODEV:
                return
            if error.errno in (errno.EINTR, errno.ENOENT):
                continue
            raise
        _, operation, unique, node, *_ = IN_HEADER.unpack_from(request)
        if operation in (FORGET, INTERRUPT, BATCH_FORGET):
            continue
        try:
            body, failure = disks.answer(operation, node, request[IN_HEADER.size :]), 0
        except OSError as error:
            body, failure = b"", error.errno
        os.write(device, OUT_HEADER.pack(OUT_HEADER.size + len(body), -failure, unique) + body)


def main():
    directory, log, *images = sys.argv[1:]
    device = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    options = b"fd=%d,rootmode=40000,user_id=0,group_id=0,max_read=%d" % (device, MAX_WRITE)
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(b"disks", directory.encode(), b"fuse", 0, options) != 0:
        sys.exit("recording_disks: mount: " + os.strerror(ctypes.get_errno()))
    with open(log, "wb", buffering=0) as stream:
        disks = Disks(images, stream)
        print("mounted", flush=True)
        serve(device, disks)


main()
