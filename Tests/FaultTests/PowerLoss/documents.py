"""The input of the runs: an old and a new state of 50 files and drop-ins."""

import base64
import json

PASSWD = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n"
HALF = (b"half\n" * 50, "0o644", 0, 0)
GROUP = "root:x:0:\ndaemon:x:1:\n"


def old():
    files = [file(f"/etc/app/{number:02}.conf", f"old {number}\n" * 40, "0644") for number in range(20)]
    files += [file(f"/srv/data/{number:02}", "old\n" * 3000, "0600", "daemon:daemon") for number in range(10)]
    return parts(files, [drop_in(number, "old") for number in range(8)])


def new():
    """Changes content, mode and owner; adds files, some in new directories; a third of the drop-ins goes."""
    files = [file(f"/etc/app/{number:02}.conf", f"new {number}\n" * 90, "0640", "root:daemon") for number in range(15)]
    files += [file(f"/etc/app/{number:02}.conf", f"old {number}\n" * 40, "0600") for number in range(15, 20)]
    files += [file(f"/srv/data/{number:02}", "new\n" * 9000, "0600", "daemon:daemon") for number in range(10)]
    files += [file(f"/opt/new/{number % 3}/deep/{number}", "fresh\n" * 500, "4755") for number in range(12)]
    return parts(files, [drop_in(number, "new") for number in range(5)])


def blocked():
    """What cannot be put into place: of a part that has `/etc/blocked`, which is immutable; until that is found out the
    first one is in place."""
    return [{"files": [file("/etc/app/00.conf", HALF[0].decode(), "0644"), file("/etc/blocked", "no\n", "0644")]}]


def file(path, content, permissions, owner="root:root"):
    encoded = base64.b64encode(content.encode()).decode()
    return {"path": path, "content": encoded, "encoding": "b64", "permissions": permissions, "owner": owner}


def drop_in(number, word):
    return {f"app{number}.service": {"environment": [f"WORD={word}", "PAD=" + "x" * 500]}}


def parts(files, units):
    """Three parts with a share of each."""
    made = []
    for share in range(3):
        document = {"files": files[share::3]}
        for unit in units[share::3]:
            document.setdefault("units", {}).update(unit)
        made.append(document)
    return made


def text(document):
    """JSON is YAML."""
    return "#!/usr/bin/bringup apply\n" + json.dumps({"apiVersion": "bringup/v1", **document})
