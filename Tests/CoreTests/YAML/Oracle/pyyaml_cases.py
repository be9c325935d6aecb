"""Makes YAML texts and says what PyYAML's SafeLoader makes of each, one JSON object a line.

usage: pyyaml_cases.py SEED COUNT

Half of the texts come from a grammar of YAML as people write it, the other half are those, damaged. Each line holds
`text` and what came of it: `value` (tagged, see `tagged`), or `error` (the exception's class), or `either` where the
reader under test may refuse what PyYAML takes (the reason). `all` is the same for a stream of documents.
"""

import datetime
import json
import random
import re
import struct
import sys

import yaml
import yaml_texts


class Unrepresentable(Exception):
    pass


def tagged(value, parents=()):
    """The value as JSON, with a tag for each type that JSON has none for; a float by its bits."""
    if id(value) in parents:
        raise Unrepresentable("recursive")
    parents = parents + (id(value),)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
            raise Unrepresentable("surrogate")
        return value
    if isinstance(value, int):
        try:
            return {"!int": str(value)}
        except ValueError:
            raise Unrepresentable("digits")
    if isinstance(value, float):
        return {"!float": "nan" if value != value else struct.pack(">d", value).hex()}
    if isinstance(value, bytes):
        return {"!binary": value.hex()}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"!timestamp": value.isoformat()}
    if isinstance(value, (list, tuple)):
        return [tagged(item, parents) for item in value]
    if isinstance(value, set):
        return {"!set": sorted((tagged(item, parents) for item in value), key=json.dumps)}
    return {"!map": [[tagged(key, parents), tagged(item, parents)] for key, item in value.items()]}


# What the reader under test refuses, or takes, otherwise than PyYAML; see its documentation.
STRICTER = {
    "byte order mark": re.compile("(?s).\ufeff"),
    "tab at the start of a deep block": re.compile(r"[|>][^\n]*\n *(\n *)* {9,}\t"),
    "half a surrogate pair": re.compile(r"\\u[dD][89a-fA-F]"),
    "unknown tag on what << merges": re.compile(r"(?s)<<.*!"),
    "list as the key of an !!omap item": re.compile(r"(?s)!!?(omap|pairs).*[]}]"),
    "mapping with = as a scalar": re.compile(r"(?s)!!.*=\s*:"),
    "bare = with an anchor": re.compile(r"&\S+ +="),
}


def holds_recursion(text):
    """An alias inside the node that it refers to."""
    names = []
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                names.append(event.anchor)
            elif isinstance(event, yaml.CollectionEndEvent):
                names.pop()
            elif isinstance(event, yaml.AliasEvent) and event.anchor in names:
                return True
    except yaml.YAMLError:
        pass
    return False


def outcome(text, load):
    result = {"either": reason for reason, form in STRICTER.items() if form.search(text)}
    try:
        value = load(text)
    except RecursionError:
        return {"either": "recursion"}
    except Exception as error:
        result["error"] = type(error).__name__
        return result
    try:
        result["value"] = tagged(value)
    except Unrepresentable as reason:
        return {"either": str(reason)}
    if holds_recursion(text):
        result["either"] = "recursive alias"
    return result


def main():
    assert yaml.__version__.startswith("6."), f"PyYAML 6 is wanted, found {yaml.__version__}"
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    for number in range(count):
        source = random.Random(seed * 1_000_003 + number)
        text = yaml_texts.Grammar(source).stream()
        if number % 2:
            text = yaml_texts.damage(source, text)
        print(
            json.dumps(
                {
                    "text": text,
                    "one": outcome(text, yaml.safe_load),
                    "all": outcome(text, lambda text: list(yaml.safe_load_all(text))),
                }
            )
        )


main()
