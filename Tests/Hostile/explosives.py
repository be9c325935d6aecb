"""The bombs: each writes itself to a file, a piece at a time, and names the command that has to stand it."""

import base64
import dataclasses
import gzip
import io
import zlib
from typing import Callable, Optional

PLAN = "plan --root ROOT FILE"
EXPLAIN = "explain FILE"
PREFLIGHT = "preflight FILE --only nothing"
MEBIBYTE = 1 << 20


@dataclasses.dataclass
class Bomb:
    name: str
    write: Callable
    command: str = PLAN
    seconds: Optional[float] = None
    megabytes: Optional[float] = None
    file: str = "bomb.yaml"


def text(*pieces):
    """Pieces of text or bytes, or a piece and how often it comes."""
    def write(file):
        for piece in pieces:
            piece, times = piece if isinstance(piece, tuple) else (piece, 1)
            piece = piece.encode() if isinstance(piece, str) else piece
            chunk = max(1, min(times, (MEBIBYTE // max(1, len(piece)))))
            for _ in range(times // chunk):
                file.write(piece * chunk)
            file.write(piece * (times % chunk))
    return write


def numbered(head, count, line, tail=""):
    def write(file):
        file.write(head.encode())
        for start in range(0, count, 10_000):
            file.write("".join(line(number) for number in range(start, min(count, start + 10_000))).encode())
        file.write(tail.encode())
    return write


def zeros(megabytes, layers=1):
    """gzip of so many zeros, and gzip of that."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(compressor.compress(bytes(MEBIBYTE)) for _ in range(megabytes)) + compressor.flush()
    for _ in range(layers - 1):
        data = gzip.compress(data, 9, mtime=0)
    return data


def members(count):
    """A gzip file of many members, each of which is small."""
    return gzip.compress(b"#cloud-config\n", mtime=0) + gzip.compress(b" " * 1000, mtime=0) * count


def attached(parts):
    """A message of parts, each a head and a body."""
    stream = io.BytesIO()
    stream.write(b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n")
    for part in parts:
        stream.write(b"--b\n" + part)
    stream.write(b"--b--\n")
    return stream.getvalue()


def nested_message(depth):
    head = "".join(f"Content-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n" for level in range(depth))
    return "MIME-Version: 1.0\n" + head + "\n#!/bin/sh\n" + "".join(f"\n--b{level}--\n" for level in reversed(range(depth)))


def aliases(levels, width, key="level"):
    lines = ["#cloud-config", f"{key}0: &a0 [" + ", ".join("x" * width) + "]"]
    lines += [f"{key}{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * width) + "]" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def profile(requirements):
    return ("apiVersion: bundle.gravitational.io/v2\nkind: Bundle\nmetadata: {name: a, resourceVersion: 0.0.1}\n"
            "nodeProfiles:\n- name: a\n  requirements:\n" + requirements)


FILES = "#cloud-config\nwrite_files:\n"
B64 = base64.b64encode(zeros(60, 1)).decode()

BOMBS = [
    Bomb("gzip: 1 GB of zeros", text(zeros(1000)), megabytes=100),
    Bomb("gzip in gzip: 2 GB of zeros", text(zeros(2000, 2)), megabytes=80),
    Bomb("gzip in gzip in gzip in gzip in gzip", text(zeros(500, 5)), megabytes=80),
    Bomb("gzip of 100,000 members", text(members(100_000)), megabytes=250),
    Bomb("gzip: 60 MB that may be", text(gzip.compress(b"#cloud-config\n" + b"# " + bytes(range(97, 122)) * 40_000 + b"\n", 1, mtime=0))),
    Bomb("base64 of gzip of zeros", text(base64.encodebytes(zeros(1000))), megabytes=100),
    Bomb("content: gzip of 60 MB of zeros", text(FILES, f"- {{path: /a, encoding: gz+b64, content: {B64}}}\n"), megabytes=30),
    Bomb("content: 1,000 times 1 MB by one alias",
         text(FILES, "- {path: /a0, content: &c " + "x" * MEBIBYTE + "}\n", "- {path: /b, content: *c}\n" * 999), megabytes=100),
    Bomb("aliases: 10^9 values", text(aliases(9, 10))),
    Bomb("aliases: 2^60 values", text(aliases(60, 2))),
    Bomb("aliases of write_files", text("#cloud-config\nwrite_files:\n- &f {path: /a, content: x}\n", ("- *f\n", 200_000)), megabytes=600),
    Bomb("aliases: merge keys of merge keys",
         text("#cloud-config\na0: &a0 {k: v}\n", "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 100)))),
    Bomb("an alias of itself", text("#cloud-config\na: &a [*a]\n")),
    Bomb("flow nesting: 1,000,000", text("#cloud-config\na: ", ("[", 1_000_000))),
    Bomb("mapping nesting: 100,000", text("#cloud-config\na: ", ("{a: ", 100_000))),
    Bomb("block nesting: 2,000", text("#cloud-config\n", "".join(" " * depth + "a:\n" for depth in range(2000)))),
    Bomb("block nesting: 1,000,000 dashes on a line", text("#cloud-config\n", ("- ", 1_000_000))),
    Bomb("question marks: 1,000,000", text("#cloud-config\n", ("? ", 1_000_000))),
    Bomb("a scalar of 30 MB", text(FILES, "- path: /a\n  content: ", ("x", 30 * MEBIBYTE), "\n")),
    Bomb("a double-quoted scalar of 10 MB of escapes", text(FILES, "- path: /a\n  content: \"", ("\\n", 5 * MEBIBYTE), "\"\n")),
    Bomb("a folded scalar of 10 MB of short lines", text(FILES, "- path: /a\n  content: >\n", ("    a\n", 1_700_000))),
    Bomb("a plain scalar of 1,000,000 lines", text("#cloud-config\na: x\n", ("  y\n", 1_000_000))),
    Bomb("a comment of 30 MB", text("#cloud-config\n#", ("x", 30 * MEBIBYTE), "\n")),
    Bomb("an integer of 30,000,000 digits", text("#cloud-config\na: ", ("9", 30_000_000), "\n"), megabytes=150),
    Bomb("an integer in base 60", text("#cloud-config\na: 1", (":59", 1_000_000), "\n")),
    Bomb("a float of 1,000,000 digits", text("#cloud-config\na: 1.", ("9", 1_000_000), "e999999999\n")),
    Bomb("a key of 1,000,000 bytes, then a colon", text("#cloud-config\n", ("k", 1_000_000), ": v\n")),
    Bomb("200,000 keys", numbered("#cloud-config\n", 200_000, lambda n: f"k{n}: {n}\n"), megabytes=250),
    Bomb("200,000 keys that are one", text("#cloud-config\n", ("k: v\n", 200_000)), megabytes=250),
    Bomb("200,000 unknown keys of an entry", numbered(FILES + "- path: /a\n", 200_000, lambda n: f"  k{n}: v\n"), megabytes=250),
    Bomb("100,000 documents", text("#cloud-config\n", ("--- a\n", 100_000))),
    Bomb("100,000 anchors", numbered("#cloud-config\na:\n", 100_000, lambda n: f"- &a{n} x\n"), megabytes=80),
    Bomb("100,000 tags", numbered("#cloud-config\n", 100_000, lambda n: f"%TAG !t{n}! x\n", "--- a\n"), megabytes=60),
    Bomb("99,000 files", numbered(FILES, 99_000, lambda n: f"- {{path: /d/{n}, content: x}}\n"), megabytes=250),
    Bomb("99,000 files in as many directories", numbered(FILES, 99_000, lambda n: f"- {{path: /d{n}/f, content: x}}\n"),
         megabytes=300, seconds=4),
    Bomb("2,000 entries for one path, each 4,095 bytes deep",
         numbered(FILES, 2_000, lambda n: "- {path: '/" + "a/" * 2046 + "f', content: x, append: true}\n"), megabytes=80),
    Bomb("2,000 files, each 4,095 bytes deep in directories of its own",
         numbered(FILES, 2_000, lambda n: f"- {{path: '/{n:05}/" + "a/" * 2043 + "f', content: x}\n"), megabytes=80),
    Bomb("explain: 2,000 files, each 4,095 bytes deep in directories of its own",
         numbered(FILES, 2_000, lambda n: f"- {{path: '/{n:05}/" + "a/" * 2043 + "f', content: x}\n"), EXPLAIN, seconds=4, megabytes=200),
    Bomb("100,000 appends to one path", numbered(FILES, 99_000, lambda n: f"- {{path: /a, append: true, content: x{n}}}\n"), megabytes=250),
    Bomb("20,000 appends to a file of 50 MB", numbered(FILES, 20_000, lambda n: f"- {{path: /log, append: true, content: x{n}}}\n"),
         seconds=4, megabytes=250),
    Bomb("100,000 errors", text(FILES, ("- {path: relative}\n", 100_000)), megabytes=250),
    Bomb("MIME nesting: 10,000", text(nested_message(10_000))),
    Bomb("MIME: message/rfc822 in itself, 10,000",
         text("MIME-Version: 1.0\n", ("Content-Type: message/rfc822\n\n", 10_000), "\nx\n")),
    Bomb("a million headers", text("MIME-Version: 1.0\n", ("X-A: b\n", 1_000_000), "\nx\n")),
    Bomb("a million headers of a part", text(attached([(b"X-A: b\n" * 1_000_000) + b"\nx\n"]))),
    Bomb("one header of 20 MB", text("MIME-Version: 1.0\nX: ", ("x", 20 * MEBIBYTE), "\n\nx\n")),
    Bomb("a header of 1,000,000 folds", text("MIME-Version: 1.0\nX: a\n", (" b\n", 1_000_000), "\nx\n")),
    Bomb("a file name in 10,000 pieces",
         text(attached([b"Content-Disposition: attachment; " + b"; ".join(b"filename*%d=\"a\"" % n for n in range(3_000)) + b"\n\nx\n"]))),
    Bomb("99,000 parts", text(attached([b"Content-Type: text/x-shellscript\n\n#!/bin/sh\n\n"] * 99_000)), megabytes=250),
    Bomb("99,000 parts of one name",
         text(attached([b"Content-Disposition: attachment; filename=\"a\"\n\n#!/bin/sh\n\n"] * 99_000)), megabytes=250),
    Bomb("300,000 parts", text(attached([b"\n#!/bin/sh\n"] * 300_000)), megabytes=250),
    Bomb("a boundary like every line", text("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"" + "-" * 60 + "\"\n\n",
                                            ("-" * 61 + "\n", 200_000)), megabytes=250),
    Bomb("quoted-printable of 10 MB",
         text(attached([b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=41=\n" * 2_000_000])), megabytes=80),
    Bomb("an archive of 99,000 entries", text("#cloud-config-archive\n", ("- '#!/bin/sh'\n", 99_000)), megabytes=250),
    Bomb("an archive in an archive in an archive",
         text("#cloud-config-archive\n- type: text/cloud-config-archive\n  content: |\n", ("    #cloud-config-archive\n", 100_000))),
    Bomb("explain: aliases: 2^60 values", text(aliases(60, 2)), command=EXPLAIN),
    Bomb("explain: aliases that print as much as may be", text(aliases(6, 12, "write_files_")), command=EXPLAIN, megabytes=700, seconds=8),
    Bomb("explain: 10,000 configs of one list each", text(attached(
        [b"Content-Type: text/cloud-config\n\n#cloud-config\nmerge_how: list(append)+dict(recurse_list)\na: [1]\n\n"] * 10_000)),
        command=EXPLAIN, megabytes=250, seconds=8),
    Bomb("explain: a million headers", text("MIME-Version: 1.0\n", ("X-A: b\n", 1_000_000), "\nx\n"), command=EXPLAIN),
    Bomb("ports: 1-65535 a thousand times",
         text(profile("    network:\n      ports:\n      - protocol: tcp\n        ranges:\n"), ("        - 1-65535\n", 1000)),
         command="preflight FILE", megabytes=60),
    Bomb("ports: 1-65535 in 100,000 ranges",
         text(profile("    network:\n      ports:\n      - protocol: tcp\n        ranges:\n"), ("        - 1-65535\n", 100_000)),
         command="preflight FILE", megabytes=60),
    Bomb("ports: 10,000 single ones",
         numbered(profile("    network:\n      ports:\n      - protocol: udp\n        ranges:\n"), 9_999, lambda n: f"        - '{n + 1}'\n"),
         command="preflight FILE", megabytes=60),
    Bomb("a glob of 2,000 stars", text(profile("    devices:\n    - {path: '/dev/" + "*a" * 1000 + "*b'}\n")), command="preflight FILE"),
    Bomb("a glob of stars at each level", text(profile("    devices:\n    - {path: '/" + "*/" * 12 + "x'}\n")),
         command="preflight FILE", seconds=20, megabytes=150),
    Bomb("a glob of a class of 4,000", text(profile("    devices:\n    - {path: '/dev/[" + "a-z" * 1300 + "]*'}\n")), command="preflight FILE"),
    Bomb("a pattern for the name: (a*)*b", text(profile("    os:\n    - name: '" + "(" * 60 + "a*" + ")*" * 60 + "b'\n")), command="preflight FILE"),
    Bomb("a pattern for the name: (a|a)*", text(profile("    os:\n    - name: '" + "(d|d|de|deb)*" * 18 + "'\n")), command="preflight FILE"),
    Bomb("--only: a pattern of stars", text(profile("    os:\n    - name: debian\n")), command="preflight FILE --only " + "*a" * 2000 + "*b"),
    Bomb("a script that prints without end",
         text(profile("    customChecks:\n    - script: |\n        #!/bin/sh\n        yes | head -c 300000000; exit 1\n")),
         command="preflight FILE", megabytes=30, seconds=8),
    Bomb("2,000 volumes", numbered(profile("    volumes:\n"), 1_999, lambda n: f"    - {{path: /v{n}, capacity: 1GB}}\n"),
         command="preflight FILE", megabytes=60, seconds=4),
    Bomb("a unit with 100,000 commands",
         numbered("apiVersion: bringup/v1\nunits:\n  a.service:\n    execStartPre:\n", 100_000, lambda n: "    - /bin/true\n"), megabytes=250),
    Bomb("a unit with a command of 10 MB",
         text("apiVersion: bringup/v1\nunits:\n  a.service:\n    execStartPre:\n    - /bin/true ", ("x", 10 * MEBIBYTE), "\n"), megabytes=100),
    Bomb("a raw drop-in of 1,000,000 continued lines",
         text("apiVersion: bringup/v1\nunits:\n  a.service:\n    raw: |\n      [Service]\n      ExecStart=/bin/true \\\n",
              ("        a \\\n", 1_000_000), "        b\n"), megabytes=120),
    Bomb("20,000 units", numbered("apiVersion: bringup/v1\nunits:\n", 20_000, lambda n: f"  u{n}.service: {{restart: always}}\n"), megabytes=100),
    Bomb("bundle: 9,999 references",
         numbered("apiVersion: bundle.gravitational.io/v2\nhooks:\n", 9_999, lambda n: f"  h{n}: {{job: 'file://none{n}'}}\n"),
         command="bundle FILE --check", megabytes=60),
]
