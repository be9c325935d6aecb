"""What the mutations begin with: every input that the repository has for another test, and every example."""

import base64
import json
import os

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FOLDERS = ["Tests/Fuzz/Corpus", "cloud-config", "Tests/BlackboxTests/Cases", "Tests/BootTests/Scenarios"]
VECTORS = "Tests/CoreTests/Vectors"
LARGEST = 64 << 10
# A case's commands and what they print are no input.
OTHERS = {"case", "expected"}


def seeds():
    """The blobs, in an order that depends on nothing but the repository."""
    found = [blob for folder in FOLDERS for blob in files(folder)]
    found += [blob for name in sorted(os.listdir(f"{REPOSITORY}/{VECTORS}")) if name.endswith(".json")
              for blob in vectors(f"{REPOSITORY}/{VECTORS}/{name}")]
    return [blob for blob in dict.fromkeys(found) if 0 < len(blob) <= LARGEST]


def files(folder):
    for directory, folders, names in os.walk(f"{REPOSITORY}/{folder}"):
        folders[:] = sorted(name for name in folders if name not in OTHERS)
        for name in sorted(names):
            path = os.path.join(directory, name)
            if name not in OTHERS and os.path.isfile(path):
                with open(path, "rb") as file:
                    yield file.read()


def vectors(path):
    with open(path, encoding="utf-8") as file:
        for vector in json.load(file):
            yield from blobs(vector)


def blobs(vector):
    """What one recorded vector was an answer to: a blob, cloud-configs, or a value that stands in one."""
    if "input_b64" in vector:
        yield base64.b64decode(vector["input_b64"])
    for part in vector.get("parts", []):
        if "body" in part:
            yield part["body"].encode()
    if "yaml" in vector:
        value = vector["yaml"].replace("\n", "\n  ").encode()
        yield b"#cloud-config\nbootcmd:\n  " + value + b"\nwrite_files:\n- path: /a\n  permissions:\n   " + value + b"\n"
