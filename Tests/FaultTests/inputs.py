"""User-data of two versions that bring about fifty changes of every kind, and a root where others have been at work."""

import os

PASSWD = "root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n"
GROUP = "root:x:0:\napp:x:1000:\nadm:x:4:\n"
HEADER = "#!/usr/bin/bringup apply\napiVersion: bringup/v1\n"


def entry(path, content, **fields):
    """One entry of files or write_files; the content is written as YAML has it in double quotes."""
    lines = [f"  - path: {path}", f'    content: "{content}"']
    return "\n".join(lines + [f"    {name}: {value}" for name, value in fields.items()]) + "\n"


def parts(version):
    """Name to text. The first version is applied before, the second is the one that is tested."""
    changed = "files:\n" + "".join(
        entry(f"/etc/app/conf-{index}", f"version {version} of {index}\\n" * (1 + index % 3)) for index in range(12))
    large = entry("/etc/app/large", f"{version}" * 300_000)
    modes = "files:\n" + "".join(
        entry(f"/opt/tool-{index}", "the same\\n", permissions=f'"{mode}"', owner=owner)
        for index, (mode, owner) in enumerate((
            [("0755", "root:root")] * 8 if version == 1 else
            [("0600", "root"), ("0644", "app:app"), ("4755", "root:root"), ("2755", "root:adm"), ("0400", "app:adm"), ("0755", "app"),
             ("0755", "root:app"), ("0711", "root:root")])))
    units = "units:\n" + "".join(
        f"  {name}.service:\n    timeoutSec: {span}\n" for name, span in (
            [("kept", 5), ("one", 5), ("two", 5), ("gone", 5), ("away", 5)] if version == 1 else
            [("kept", 5), ("one", 50), ("two", 50), ("three", 50), ("four", 50), ("five", 50)]))
    made = {"10-changed.yaml": HEADER + changed + large, "20-modes.yaml": HEADER + modes, "30-units.yaml": HEADER + units}
    if version == 2:
        made["40-appended.yaml"] = "#cloud-config\nwrite_files:\n" + "".join(
            entry(f"/srv/shared-{index}", f"appended {index}\\n", append="true") for index in range(8))
        made["50-new.yaml"] = "#cloud-config\nwrite_files:\n" + "".join(
            entry(f"/srv/new/{'deep/' * (index % 4)}file-{index}", f"new {index}\\n", permissions='"0640"', owner="app:app")
            for index in range(10))
        made["60-strange.yaml"] = HEADER + "files:\n" + entry("/etc/link", "through a link\\n") + "".join(
            entry(f"/srv/strange-{index}", "bringup's\\n", permissions='"0644"', owner="root:root") for index in range(5))
    return made


def write_parts(directory, version):
    os.makedirs(directory, exist_ok=True)
    for name in os.listdir(directory):
        os.unlink(f"{directory}/{name}")
    for name, text in parts(version).items():
        put(f"{directory}/{name}", text)


def put(path, text, mode=0o644, user=0, group=0):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chown(path, user, group)
    os.chmod(path, mode)


def build_root(root):
    put(f"{root}/etc/passwd", PASSWD)
    put(f"{root}/etc/group", GROUP)
    for directory in ("run", "tmp", "var/lib", "dev", "proc"):
        os.makedirs(f"{root}/{directory}", exist_ok=True)


def let_others_work(root):
    """What is there beside bringup's files, and in their way."""
    for index in range(5):
        put(f"{root}/srv/strange-{index}", f"somebody's {index}\n" * 40, 0o604, 1000, 4)
    for index in range(8):
        put(f"{root}/srv/shared-{index}", f"first line of {index}\n", 0o664, 0, 4)
    put(f"{root}/etc/target", "what the link leads to\n", 0o600, 1000, 1000)
    os.symlink("target", f"{root}/etc/link")
    put(f"{root}/etc/systemd/system/one.service.d/90-local.conf", "[Service]\nNice=5\n")
    put(f"{root}/etc/app/conf-3", "edited by hand\n", 0o640, 1000, 1000)
    put(f"{root}/etc/app/local", "not bringup's\n", 0o600)
