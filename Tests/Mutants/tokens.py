"""Swift source cut into tokens, as far as mutations need it: strings and comments are one token each."""

import re
from typing import NamedTuple

NUMBER = re.compile(r"0x[0-9A-Fa-f_]+|0[bo][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?")
WORD = re.compile(r"\$\d+|[`@#$]?[^\W\d]\w*`?")
OPERATOR = re.compile(r"[-+*/%<>=!&|^~?.]+")
RAW = re.compile(r'(#+)"(?!"")')
SPACE = re.compile(r"\s+")


class Token(NamedTuple):
    # "number", "word", "operator", "string", "comment" or the mark itself
    kind: str
    text: str
    start: int
    end: int


def tokens(text):
    """The tokens of a file, without white space."""
    found = []
    at = 0
    while at < len(text):
        if space := SPACE.match(text, at):
            at = space.end()
            continue
        kind, end = token_at(text, at)
        found.append(Token(kind, text[at:end], at, end))
        at = end
    return found


def token_at(text, at):
    if text.startswith("//", at):
        end = text.find("\n", at)
        return "comment", len(text) if end < 0 else end
    if raw := RAW.match(text, at):
        return "string", text.index('"' + raw.group(1), raw.end()) + 1 + len(raw.group(1))
    if text[at] == '"':
        return "string", end_of_string(text, at)
    for kind, pattern in (("number", NUMBER), ("word", WORD), ("operator", OPERATOR)):
        if match := pattern.match(text, at):
            return kind, match.end()
    return text[at], at + 1


def end_of_string(text, at):
    """The end of the string that begins at `at`, past the strings within its `\\(...)`."""
    quote = '"""' if text.startswith('"""', at) else '"'
    at += len(quote)
    while not text.startswith(quote, at):
        if text.startswith("\\(", at):
            at = end_of_interpolation(text, at + 2)
        else:
            at += 2 if text[at] == "\\" else 1
    return at + len(quote)


def end_of_interpolation(text, at):
    depth = 1
    while depth > 0:
        if text[at] == '"':
            at = end_of_string(text, at)
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at
