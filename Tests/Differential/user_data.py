"""User-data as people write it and as nobody should, made at random: one seed, one series of cases.

A case is a list of blobs (`sources`): one is the user-data, several are parts of it. A case with a `manifest` is what kops is
given, and its blob the message that kops makes of that.
"""

import base64
import gzip
import io
import json
import random

USERS = ["root", "daemon", "www-data", "app", "root:root", "app:app", "daemon:games", ":games", "app:", "none:none", "-1",
         "", " app : games ", "App"]
BAD_USERS = ["1000", "1000:1000", "0:0", "root:root:x", "app:5"]
PATHS = ["/w/a", "/w/b", "/w/c/d", "/w/c/e", "/w//f", "/w/./g", "/w/x/../h", "/tmp/i", "/etc/j", "/usr/local/bin/k", "l", "./m",
         "/opt/n/o", "/w/é", "/w/a b", "/w/c", "/w/a/z", "/w/q/", "/var/lib/cloud/scripts/per-boot/p.sh",
         "/var/lib/cloud/instance/scripts/w.sh", "/etc/systemd/system/u.d/10.conf"]
ODD_PATHS = ["''", "~", "5", "[a]", "/", "/etc", "'/w/\"", "\"/w/\\0\"", "!!binary L3cvYmlu", "/" + "n" * 300, "{a: b}", "true"]
MODES = ["'0644'", "'0755'", "0755", "'755'", "755", "'0o755'", "0o755", "493", "'u+x'", "'0999'", "[1]", "''", "0", "'0'", "'0000'",
         "'4755'", "'2755'", "'2745'", "'6755'", "'1777'", "true", "448.7", "'0_6_4_4'", "' 0600 '", "~", "'-755'", "-493",
         "99999999999", ".inf", ".nan", "2024-01-01", "{a: b}", "!!binary MDc1NQ==", "0x1ff", "'0x1ff'", "1:30", "'٧٥٥'", "'7_'",
         "1e3", "9999999999999999999999"]
CONTENTS = ["x", "\"a\\nb\\n\"", "''", "|\n    line 1\n    line 2\n", ">\n    folded # text\n    && more\n", "5", "~", "true", "[a]",
            "{a: b}", "2024-01-01", "é", "—", "!!binary aGVsbG8=", "aGVsbG8=", "aGVsbG8", "aGVsbG8==", "'aGV sbG8='", "'aGVs!bG8='",
            "'%s'" % base64.b64encode(gzip.compress(b"zipped", mtime=0)).decode(),
            "!!binary %s" % base64.b64encode(gzip.compress(b"zipped", mtime=0)).decode(), "'é'", "!!binary H4sI", "0777", "!!str 5"]
ENCODINGS = ["b64", "base64", "B64", "' b64 '", "gz", "gzip", "gz+b64", "gz+base64", "gzip+base64", "GZip+B64", "base64+gz", "text/plain",
             "''", "~", "5", "[b64]", "!!binary YjY0", "false", "x"]
FLAGS = ["true", "false", "yes", "no", "on", "'true'", "'1'", "1", "2", "'t'", "~", "[]", "[x]", "'yes '", "1.0", "0", "y", "ON", "'off'"]
OTHER_ENTRIES = ["text", "a deferral", "5", "~", "[path, /w/a]", "[defer]", "true", "{}", "2024-01-01", "!!set {path}"]
COMMANDS = ["echo hi", "\"echo hi > /tmp/f\"", "|\n    if true\n    then date\n    fi\n", "[echo, hi]", "[echo, \"it's\"]",
            "[a, true, ~, 0755, 1:30, 2024-01-01, 1.5, [b, c], {d: e, a: 1}]", "[sh, -c, 'a b']", "''", "[]", "~", "", "[é, —]", "'quote: \"x\"'",
            "echo a #b", "[!!binary aGVsbG8=]", "['a\nb']", "\"tab\\there\"", "[2024-01-01 10:00:00, 1e3, 1.0e+3, .inf, -0]",
            "[{b: 1, a: {d: 1, c: [2]}}, [[]], {}]", "[\"\\u00e9\\x7f\\x01\", \"'\"]"]
ODD_COMMANDS = ["echo a: b", "5", "true", "2024-01-01", "{a: b}", "1.5", "!!binary aGVsbG8=", "!!set {a}"]
ODD_LISTS = ["text", "~", "5", "{a: b}", "true", "[]", "''", "{}", "!!omap [a: 1]", "!!set {a}", "!!binary ''", "!!pairs [a: 1, a: 2]", "[[a, b], ~]"]
VALUES = ["1", "one", "[1, 2]", "[x, [y], {z: 1}]", "{k1: 1, k2: 2}", "{k2: 3, k3: {d: 1}}", "~", "true", "1.5", "''", "{k1: [a], k3: {d: 2, e: 3}}",
          "[9]", "[[1], {z: 2}, s]", "two", "{b: 1, a: 2, 5: 3}", "{2: a, 1: b}", "{true: a, 0: b}", "2024-01-01", "!!binary aGk=", "{z: 1, é: 2, a: 3}",
          "!!set {b, a}", "0o7", "0777", "1_000", "22:22", "yes", "'yes'", "{~: a}", "{2024-01-02: a, 2024-01-01: b}", "{2.5: a, 1: b}", "-.inf",
          "2001-12-14t21:59:43.10-05:00", "!!omap [b: 1, a: 2]", "\"\\U0001f600\"", "=a", "\"a\\x85b\\u2028c\"", "' lead'", "'trail '", "1e400"]
MERGERS = ["list(append)+dict(recurse_array)+str()", "list(append)+dict(no_replace,recurse_list)", "list(prepend)+dict(recurse_list)",
           "list(append)+dict(recurse_list,recurse_str)+str(append)", "dict(replace,recurse_list)+list(append)", "dict(allow_delete)+list(append)",
           "dict(replace,allow_delete)", "dict()+list()+str()", "dict(recurse_list)", "list(append)", "list()+dict(recurse_list)", "", "bogus", "nosuch(x)",
           "LIST(Append) + DICT(Recurse-List)", "m_list(append)+m_dict(recurse_array)", "list(no_replace)+dict(recurse_list)", "str(append)+dict(recurse_str)",
           "list(recurse_dict,recurse_list)+dict(recurse_list)+str()", "dict(recurse_list,recurse_dict)+list(replace,recurse_str)+str(append)",
           "list(append", "dict (recurse_list)+list(append)", "+list(append)+", "dict(no_replace,allow_delete,recurse_list)+list(append)",
           "list(prepend,append)+dict(recurse_list)", "dict(recurse_list)+list(append)+dict(replace)", "str(x)", "1dict()", "dict()x"]
MERGE_LISTS = ["[{name: list, settings: [append]}, {name: dict, settings: [recurse_list]}]", "[[list, append], [dict, recurse_list]]", "[{name: list}]",
               "[list]", "[{name: dict, settings: [replace]}]", "5", "~", "{a: b}", "[[dict]]", "[{name: ' dict', settings: recurse_list}, [list, append]]",
               "[]", "[~]", "['']", "[{name: dict, settings: ~}]", "[{name: dict, settings: {recurse_list: 1}}, [list, prepend]]", "[5]", "true", "!!binary ''",
               "[{name: m-dict, settings: []}]", "[[5]]", "{}", "[[m_dict, recurse-list]]"]
SCRIPTS = ["#!/bin/sh\ndate\n", "#!/bin/sh\r\ndate\r\n", "#!/bin/sh\ndate\r\n", "\n#!/bin/sh\n", "#!/bin/bash\necho é\n", "#!/bin/bash\necho —\n", "#!", "date\n",
           "#!/usr/bin/env python3\nprint('\U0001f600')\n", " #!/bin/sh\n", "#!/bin/sh\r", "\u00a0#!/bin/sh\n"]
BOOTHOOKS = ["#cloud-boothook\n#!/bin/sh\ndate\n", "#cloud-boothook\r\n#!/bin/sh\r\n", "#!/bin/sh\n", "#Cloud-Boothook\n#!/bin/sh\n", " #cloud-boothook\n#!/bin/sh\n",
             "#cloud-boothook #!/bin/sh\n", "#cloud-boothook\n\n\u2003\n #!/bin/sh\n", "#cloud-boothook", "#cloud-boothook\n#!/bin/sh\necho é\n", "\n\r\n#cloud-boothook\n"]
OTHERS = ["", "plain text\n", "# cloud-config\na: 1\n", "\ufeff#cloud-config\na: 1\n", "#include\n# none\n", "#include http://192.0.2.1/a\n", "#include-once\nhttp://192.0.2.1/b\n\n#include http://192.0.2.1/c\n",
          "#part-handler\n", "## template: jinja\n#cloud-config\na: 1\n", "#upstart-job\n", "text/x-shellscript-per-boot\n", "#cloud-config-jsonp\n[]\n", "#cloud-configXYZ: 1\nb: 2\n",
          "#CLOUD-CONFIG\nc: 3\n", "#cloud-config\n- a\n", "#cloud-config\na: 1\n---\nb: 2\n", "#cloud-config\na:\t1\n", "#cloud-config\n", "#cloud-config\n{}\n", "#cloud-config\n5\n",
          "#cloud-boothoo\u212a\n", "#includefoo\n", "#include_once\n"]
NAMES = ["a.sh", "b", "10-x", "9-x", "nodeup.sh", "runcmd", "a b", "ab", "../x", "a/b", "é", "..", ".", "x\"y", "", " s ", "Z", "_u", "part-001", "n" * 260, "dir/", "(p)", "🎉.sh"]
TYPES = ["text/cloud-config", "text/x-shellscript", "text/cloud-boothook", "text/plain", "TEXT/Cloud-Config", "text/x-shellscript-per-boot", "text/x-shellscript-per-once",
         "text/x-shellscript-per-instance", "text/upstart-job", "text/jinja2", "text/part-handler", "text/x-include-url", "text/cloud-config-archive", "application/octet-stream",
         "application/x-gzip", "application/gzip", "image/png", "text/x-not-multipart", "nonsense", "text/cloud-config; charset=utf-8", "text/a/b", "text/cloud-config-jsonp", "text/html",
         "application/json", "text/cloud-config;name=n.yaml", "text/x-shellscript; name=\"t.sh\"", ""]
KOPS_TYPES = ["text/x-include-once-url", "text/x-include-url", "text/cloud-config-archive", "text/upstart-job", "text/cloud-config", "text/part-handler", "text/x-shellscript",
              "text/cloud-boothook"]


class UserData:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def pick(self, items):
        return self.random.choice(items)

    def case(self):
        kind = self.random.random()
        if kind < 0.12:
            return self.kops()
        if kind < 0.6:
            blobs = [self.message()]
        elif kind < 0.8:
            blobs = [self.blob() for _ in range(self.random.randint(2, 5))]
        else:
            blobs = [self.blob()]
        if self.chance(0.08):
            index = self.random.randrange(len(blobs))
            blobs[index] = self.damaged(blobs[index])
        return {"blobs": blobs}

    def blob(self):
        """User-data that is no message, or hardly one."""
        kind = self.random.random()
        if kind < 0.6:
            text = self.config().encode()
        elif kind < 0.75:
            text = self.archive().encode()
        elif kind < 0.8:
            text = self.message()
        elif kind < 0.82:
            text = bytes(self.random.randrange(256) for _ in range(20))
        elif kind < 0.84:
            text = self.config().encode("latin-1", "replace")
        else:
            text = self.text().encode()
        kind = self.random.random()
        if kind < 0.06:
            text = gzip.compress(text, mtime=0)
        elif kind < 0.08:
            text = base64.b64encode(text)
        elif kind < 0.09:
            text = gzip.compress(gzip.compress(text, mtime=0), mtime=0)
        return text

    def text(self):
        return self.pick(self.pick([SCRIPTS, BOOTHOOKS, OTHERS]))

    def config(self):
        """A #cloud-config, mostly a good one."""
        lines = [self.pick(["#cloud-config"] * 12 + ["#Cloud-Config", " #cloud-config", "#cloud-config-x", "\n#cloud-config"])]
        keys = ["bootcmd", "runcmd", "write_files", "x", "y", "z", "s"]
        self.random.shuffle(keys)
        for key in keys[: self.random.randint(0, 5)]:
            lines.append(f"{key}: {self.value(key)}")
            if self.chance(0.03):
                lines.append(f"{key}: {self.value(key)}")
        for key in ("merge_how", "merge_type"):
            if self.chance(0.35 if key == "merge_how" else 0.1):
                how = self.pick(MERGE_LISTS) if self.chance(0.25) else "'%s'" % self.pick(MERGERS)
                lines.append(f"{key}: {how}")
        if self.chance(0.03):
            lines.append("launch-index: 0")
        end = self.pick(["\n"] * 12 + ["\r\n", "\r"])
        text = "\n".join(lines) + self.pick(["\n"] * 8 + ["", "\n\n"])
        return text.replace("\n", end) if end != "\n" else text

    def value(self, key):
        if key in ("bootcmd", "runcmd"):
            if self.chance(0.08):
                return self.pick(ODD_LISTS)
            items = [self.pick(COMMANDS) for _ in range(self.random.randint(1, 4))]
            if self.chance(0.12):
                items.insert(self.random.randrange(len(items) + 1), self.pick(ODD_COMMANDS))
            return "".join(f"\n- {item}" for item in items)
        if key == "write_files":
            if self.chance(0.05):
                return self.pick(ODD_LISTS)
            return "".join(f"\n- {self.entry()}" for _ in range(self.random.randint(1, 5)))
        return self.pick(VALUES)

    def entry(self):
        if self.chance(0.04):
            return self.pick(OTHER_ENTRIES)
        fields = {}
        if self.chance(0.96):
            fields["path"] = self.pick(ODD_PATHS) if self.chance(0.06) else self.quoted(self.pick(PATHS))
        if self.chance(0.85):
            fields["content"] = self.pick(CONTENTS if self.chance(0.4) else CONTENTS[:4])
        if self.chance(0.2):
            fields["encoding"] = self.pick(ENCODINGS)
        if self.chance(0.35):
            odd = self.chance(0.12)
            fields["owner"] = self.pick(["5", "~", "true", "[a]", "1:1", "!!binary cm9vdA=="]) if self.chance(0.06) else (
                "'%s'" % self.pick(BAD_USERS if odd else USERS))
        if self.chance(0.6):
            fields["permissions"] = self.pick(MODES)
        if self.chance(0.15):
            fields["append"] = self.pick(FLAGS)
        if self.chance(0.12):
            fields["defer"] = self.pick(FLAGS)
        if self.chance(0.04):
            fields["source"] = self.pick(["~", "{}", "{uri: ''}", "5", "''", "[a]", "{uri: ~}"])
        if self.chance(0.05):
            fields[self.pick(["mode", "contents", "5"])] = "x"
        names = list(fields)
        self.random.shuffle(names)
        if not names:
            return "{}"
        return "\n  ".join(f"{name}: {fields[name]}" for name in names)

    def quoted(self, text):
        return self.pick([f"'{text}'", json.dumps(text, ensure_ascii=False), text])

    def doubly_quoted(self, text):
        """With escapes, but for what JSON writes as two halves: half a pair is no text, which PyYAML takes all the same."""
        return json.dumps(text, ensure_ascii=self.chance(0.5) and all(ord(mark) < 0x10000 for mark in text))

    def archive(self):
        if self.chance(0.05):
            return "#cloud-config-archive\n" + self.pick(["a: b\n", "", "text\n", "[\n", "5\n", "!!set {'#!/bin/sh'}\n", "~\n"])
        items = []
        for _ in range(self.random.randint(1, 4)):
            content = self.doubly_quoted(self.pick([self.config(), self.text()]))
            if self.chance(0.25):
                items.append(f"- {content}")
                continue
            fields = {}
            if self.chance(0.95):
                fields["content"] = content if self.chance(0.93) else self.pick(
                    ["!!binary IyEvYmluL3NoCg==", "!!binary I+n/", "!!binary I2Nsb3VkLWNvbmZpZwphOiAxCg==", "5", "~", "[a]"])
            if self.chance(0.5):
                fields["type"] = self.pick(TYPES[:5]) if self.chance(0.7) else self.pick(["nonsense", "5", "~", "''", "text/x-include-url", "Text/cloud-config", "application/x",
                                                                                          "text/a/b", "text/x-shellscript; charset=x", "text/cloud-config-archive", "text/"])
            if self.chance(0.4):
                fields["filename"] = self.pick(["5", "~", "[a]", "true", "1.5"]) if self.chance(0.1) else json.dumps(self.pick(NAMES), ensure_ascii=False)
            if self.chance(0.15):
                fields[self.pick(["Merge-Type", "X-Merge-Type", "merge-type"])] = self.pick(["5", "~"]) if self.chance(0.1) else "'%s'" % self.pick(MERGERS)
            if self.chance(0.05):
                fields["launch-index"] = self.pick(["0", "1", "x"])
            if self.chance(0.03):
                fields[self.pick(["5", "X-Other", "Content-Type", "~"])] = self.pick(["a", "5"])
            items.append("- " + ("\n  ".join(f"{name}: {value}" for name, value in fields.items()) or "{}"))
        if self.chance(0.05):
            items.append(self.pick(["- 5", "- [a]", "- ~", "- true"]))
        return "#cloud-config-archive\n" + "\n".join(items) + "\n"

    def message(self):
        """A MIME message, as bytes."""
        end = self.pick(["\n"] * 6 + ["\r\n"] * 3)
        start = self.pick([""] * 12 + ["From nobody\n", "\n", "X: y\n"])
        if self.chance(0.04):
            version = ""
        else:
            version = self.pick(["MIME-Version: 1.0", "Mime-Version: 1.0", "mime-version:1.0"]) + end
        if self.chance(0.05):
            return (start + version + self.leaf(end, "")).encode()
        return (start + version + self.container(end, 0)).encode()

    def container(self, end, depth):
        boundary = self.pick(["B", "==b==", "MIMEBOUNDARY", "a b"]) + str(depth)
        declared = boundary if self.chance(0.97) else "other"
        text = f"Content-Type: multipart/mixed; boundary=\"{declared}\"{end}{end}"
        if self.chance(0.1):
            text += f"preamble{end}"
        for _ in range(self.random.randint(1, 4)):
            text += f"--{boundary}{self.pick(['', '', '', '  '])}{end}"
            if depth < 2 and self.chance(0.08):
                text += self.container(end, depth + 1)
            elif self.chance(0.03):
                text += f"Content-Type: message/rfc822{end}{end}" + (self.leaf(end, "") if self.chance(0.7) or depth > 1 else self.container(end, depth + 1))
            else:
                text += self.leaf(end, boundary)
            text += end
        if self.chance(0.93):
            text += f"--{boundary}--{end}"
        return text

    def leaf(self, end, boundary):
        text = self.pick([self.config, self.config, self.text, self.text, self.archive])()
        kind = self.kind(text) if self.chance(0.8) else self.pick(TYPES)
        fields = [f"Content-Type: {kind}"] if kind or self.chance(0.5) else []
        content = text.encode()
        if "gzip" in kind and self.chance(0.85):
            content = gzip.compress(content, mtime=0)
            encoding = "base64"
        else:
            encoding = self.pick(["", "", "", "7bit", "8bit", "base64", "base64", "quoted-printable", "BASE64", "x-unknown", "base64 "])
        if encoding.lower() == "base64":
            width = self.pick([76, 1000000])
            coded = base64.b64encode(content).decode()
            if self.chance(0.05):
                coded = self.pick([coded[:-1], coded + "=", "!" + coded, coded[:5]])
            body = end.join(coded[place: place + width] for place in range(0, len(coded), width))
        elif encoding == "quoted-printable":
            import quopri
            body = quopri.encodestring(content).decode("ascii")
        else:
            body = content.decode("utf-8", "replace")
        if encoding:
            fields.append(f"{self.pick(['Content-Transfer-Encoding', 'content-transfer-encoding'])}: {encoding}")
        if self.chance(0.6):
            name = self.pick(NAMES[:7] if self.chance(0.6) else NAMES)
            fields.append(self.disposition(name))
        if self.chance(0.12):
            fields.append(f"{self.pick(['Merge-Type', 'X-Merge-Type', 'x-merge-type'])}: {self.pick(MERGERS)}")
        if self.chance(0.03):
            fields.append(f"X-Merge-Type: {self.pick(MERGERS)}")
        if self.chance(0.03):
            fields.append("Launch-Index: 0")
        self.random.shuffle(fields)
        if boundary and self.chance(0.02):
            body += f"{end}--{boundary}{end}after the boundary"
        return "".join(field + end for field in fields) + end + body

    def disposition(self, name):
        if self.chance(0.1):
            import urllib.parse
            return f"Content-Disposition: attachment; filename*=utf-8''{urllib.parse.quote(name)}"
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f"{self.pick(['Content-Disposition', 'content-disposition'])}: attachment; filename=\"{quoted}\""

    def kind(self, text):
        start = text.lstrip().lower()
        if start.startswith("#cloud-config-archive"):
            return "text/cloud-config-archive"
        if start.startswith("#cloud-config"):
            return "text/cloud-config"
        if start.startswith("#cloud-boothook"):
            return "text/cloud-boothook"
        return "text/x-shellscript"

    def kops(self):
        """An InstanceGroup, and the message that kops makes of it."""
        parts = []
        for _ in range(self.random.randint(1, 4)):
            content = self.pick([self.config, self.config, self.text, self.archive])() or "x"
            if self.chance(0.03):
                content += "\n--MIMEBOUNDARY\n" + self.pick(["", "\n#cloud-config\nx: 5\n"])
            name = self.pick([name for name in NAMES if name.strip()])
            parts.append({"name": name, "type": self.kind(content) if self.chance(0.8) else self.pick(KOPS_TYPES), "content": content})
        message = 'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\r\nMIME-Version: 1.0\r\n\r\n'
        for part in [{"name": "nodeup.sh", "type": "text/x-shellscript", "content": "#!/bin/bash\n"}, *parts]:
            message += (
                f'--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename="{part["name"]}"\r\n'
                f'Content-Transfer-Encoding: 7bit\r\nContent-Type: {part["type"]}\r\nMime-Version: 1.0\r\n\r\n'
                f'{part["content"]}\r\n')
        manifest = {
            "apiVersion": "kops.k8s.io/v1alpha2", "kind": "InstanceGroup", "metadata": {"name": "nodes"},
            "spec": {"additionalUserData": parts},
        }
        return {
            "blobs": [(message + "--MIMEBOUNDARY--\r\n").encode()],
            "manifest": json.dumps(manifest, ensure_ascii=False).encode(),
        }

    def damaged(self, blob):
        """The same with a few bytes changed, taken out or doubled."""
        data = bytearray(blob)
        for _ in range(self.random.randint(1, 4)):
            if not data:
                break
            place = self.random.randrange(len(data))
            kind = self.random.randrange(4)
            if kind == 0:
                data[place] = self.random.choice(b"\n\r\t :-#[]{}'\"|>&*!%@,aA0=\xe9\x00/")
            elif kind == 1:
                del data[place: place + self.random.randint(1, 10)]
            elif kind == 2:
                data[place:place] = data[place: place + self.random.randint(1, 30)]
            else:
                data[place:place] = bytes([self.random.choice(b"\n\r\t :-#[]{}'\"|>&*!%@,aA0=/")])
        return bytes(data)
