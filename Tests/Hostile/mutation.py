"""One blob made into another that nobody would write."""

import base64
import gzip

LARGEST = 1 << 20
TOKENS = [
    b"#cloud-config\n", b"#cloud-config-archive\n", b"#!/usr/bin/bringup apply\n", b"#!/bin/sh\n", b"#cloud-boothook\n", b"#include\n",
    b"## template: jinja\n", b"apiVersion: bringup/v1\n", b"kind: InstanceGroup\n", b"write_files:\n", b"- path: /etc/a\n", b"content: ",
    b"encoding: gz+b64\n", b"!!binary ", b"permissions: '07777'\n", b"owner: 4294967296:-1\n", b"append: true\n", b"defer: yes\n",
    b"units:\n", b"execStartPre:\n", b"timeoutSec: infinity\n", b"raw: |\n", b"preflight:\n", b"requirements:\n", b"ranges: [1-65535]\n",
    b"&a ", b"*a ", b"<<: *a\n", b"? ", b"!!set ", b"!!omap ", b"|\n", b">-\n", b"---\n", b"...\n", b"\t", b"\r\n", b"\r", b"\0", b"\x7f",
    b"\x1b[2J", b"\xe2\x80\xae", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc3",
    b"%", b"$$", b"'", b"\"", b"\\", b"{", b"}", b"[", b"]", b": ", b",", b"# ", b"@", b"`", b"MIME-Version: 1.0\n",
    b"Content-Type: multipart/mixed; boundary=\"b\"\n\n", b"--b\n", b"--b--\n", b"Content-Transfer-Encoding: base64\n\n",
    b"Content-Disposition: attachment; filename*0*=utf-8''%00%0a; filename*1=\"/../x\"\n", b"\x1f\x8b\x08\x1f", b"H4sIAAAA",
    b"9" * 4400, b"-1", b"1e999", b"0x7fffffffffffffff", b"18446744073709551616", b".nan", b"190:20:30.15", b"0o777", b"4GB", b"99999999999PiB",
    b"2024-02-30", b"0001-01-01T00:00:00+99:99", b"../" * 40, b"a/" * 2048, b"x" * 300, b"[" * 250, b"{a: " * 220, b"(" * 300, b"[a-", b"*" * 60,
]


def mutate(random, seeds):
    """A blob made of the `seeds` with the choices of `random`."""
    blob = bytearray(random.choice(seeds))
    for _ in range(random.choice([1, 1, 2, 2, 3, 4, 6, 10])):
        random.choice(MUTATIONS)(random, blob, seeds)
        del blob[LARGEST:]
    blob = bytes(blob)
    while random.random() < 0.08:
        blob = random.choice(WRAPPINGS)(blob)
    return blob


def span(random, blob):
    """Two places, mostly near each other."""
    start = random.randrange(len(blob) + 1)
    return start, min(len(blob), start + random.choice([1, 1, 2, 4, 8, 16, 64, 256, 4096]))


def flip(random, blob, _):
    for _ in range(random.choice([1, 1, 2, 8])):
        if blob:
            blob[random.randrange(len(blob))] ^= 1 << random.randrange(8)


def overwrite(random, blob, _):
    start, end = span(random, blob)
    blob[start:end] = bytes(random.randrange(256) for _ in range(end - start))


def delete(random, blob, _):
    start, end = span(random, blob)
    del blob[start:end]


def cut(random, blob, _):
    del blob[random.randrange(len(blob) + 1):]


def times(random, length):
    """How often to repeat something of this length."""
    return min(random.choice([1, 2, 10, 100, 1000]), LARGEST // (length + 1))


def repeat(random, blob, _):
    start, end = span(random, blob)
    blob[end:end] = blob[start:end] * times(random, end - start)


def insert(random, blob, _):
    place = random.randrange(len(blob) + 1)
    blob[place:place] = random.choice(TOKENS)


def replace(random, blob, _):
    start, end = span(random, blob)
    blob[start:end] = random.choice(TOKENS)


def splice(random, blob, seeds):
    other = random.choice(seeds)
    start, end = span(random, blob)
    first, last = sorted(random.randrange(len(other) + 1) for _ in range(2))
    blob[start:end] = other[first:last]


def shuffle_lines(random, blob, _):
    lines = blob.split(b"\n")
    first, last = sorted(random.randrange(len(lines) + 1) for _ in range(2))
    middle = lines[first:last]
    random.shuffle(middle)
    blob[:] = b"\n".join(lines[:first] + middle + lines[last:])


def repeat_lines(random, blob, _):
    lines = blob.split(b"\n")
    place = random.randrange(len(lines))
    blob[:] = b"\n".join(lines[:place] + [lines[place]] * times(random, len(lines[place])) + lines[place:])


def indent_lines(random, blob, _):
    lines = blob.split(b"\n")
    place = random.randrange(len(lines))
    for index in range(place, min(len(lines), place + random.choice([1, 2, 10]))):
        lines[index] = random.choice([b" ", b"  ", b"- ", b"\t", b"? ", b"  " * 120]) + lines[index]
    blob[:] = b"\n".join(lines)


def message(blob):
    return (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"seam\"\n\n--seam\nContent-Type: text/cloud-config\n"
            b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(blob) + b"--seam\n\n" + blob + b"\n--seam--\n")


def archive(blob):
    lines = blob.decode("utf-8", "replace").splitlines()
    return "\n".join(["#cloud-config-archive", "- type: text/cloud-config", "  content: |"] + ["    " + line for line in lines]).encode()


MUTATIONS = [flip, overwrite, delete, cut, repeat, insert, insert, insert, replace, splice, shuffle_lines, repeat_lines, indent_lines]
WRAPPINGS = [lambda blob: gzip.compress(blob, 1, mtime=0), base64.encodebytes, message, archive]
