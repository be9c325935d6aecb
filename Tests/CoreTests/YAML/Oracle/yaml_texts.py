"""YAML texts as people write them, made at random from a grammar, and such texts damaged."""

PLAIN = """a b c key value x-y a:b a#b http://h/p -x --flag ?x :x ~ null Null yes NO on Off true False y n 0 1 12 -3 +4 0755 0o7
08 0x1F 0xg 0b101 0b2 1_000 1__0 _1 1. .5 -.5 1.5 1e3 1.0e+3 1.0e3 .inf -.inf +.INF .nan .NaN 1:30 22:22 1:60 01:30 190:20:30.15
1:2:3 2024-01-01 2024-13-01 2024-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z << = *a *b é 日本 😀 -0 0_ 00 99999999999999999999
0x_ 0b_ -0b11 -0x1f 1:59:59 0.1_5 1_0.5e-3 a,b a[b a]b a{b a}b ... --- - ? : | > ! & % @ ` " ' # , [ ] { }""".split()
SANE = """a b c key value text x-y a:b http://h/p /bin/sh -x --flag null yes NO on true False 0 1 12 -3 0755 0x1F 0b101 1_000
1.5 1e3 1.0e+3 .inf 1:30 22:22 2024-01-01 é 日本 😀 08 +12 ~""".split()
WORDS = [
    "two words",
    "a  b",
    "2001-12-15 2:59:43.10",
    "2001-12-14 21:59:43.10 -5",
    "2024-02-30 1:2:3",
    "2024-01-01 24:00:00",
    "a: b",
    "a #b",
    "x ,y",
    "- x",
    "a ? b",
    "a - b",
    "1 2",
    "a\n\n b",
    "a\n b",
    "2001-1-1 00:00:00",
    "",
    " ",
    "[a, b]",
    "{a: b}",
]
TAGS = [
    "!",
    "!!str",
    "!!int",
    "!!float",
    "!!bool",
    "!!null",
    "!!binary",
    "!!timestamp",
    "!!seq",
    "!!map",
    "!!set",
    "!!omap",
    "!!pairs",
    "!!merge",
    "!!value",
    "!foo",
    "!!foo",
    "!<tag:yaml.org,2002:str>",
    "!<x>",
    "!e!str",
    "!!python/name:x",
    "!a,b",
]
ESCAPES = [
    "\\n",
    "\\t",
    "\\x41",
    "\\u00e9",
    "\\U0001F600",
    "\\ud800",
    "\\q",
    "\\'",
    "\\/",
    '\\"',
    "\\\\",
    "\\\n  ",
    "\\\t",
    "\\ ",
    "\\_",
    "\\N",
    "\\L",
    "\\P",
    "\\0",
    "\\e",
    "\\x4",
    "\\U00110000",
    "\\\n\n",
]
BREAKS = ["\n", "\n", "\n", "\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"]
NOISE = [
    "\t",
    "\t",
    " ",
    "  ",
    "\n",
    "\n ",
    "\n\t",
    " \t",
    "\t ",
    ": ",
    ":",
    "- ",
    "? ",
    ", ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!",
    "|",
    ">",
    "|\n",
    ">\n",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "\n---\n",
    "\n...\n",
    "\ufeff",
    "\x07",
    "\x7f",
    "\u2028",
    "\x85",
    "\r",
    "\x00",
    "<<: ",
    "=",
    "?",
    "%YAML 1.1\n",
    "%FOO\n",
    "~",
    "\\",
    "é",
    "\U0001f600",
    "a",
    "1",
    "_",
    "-",
    ".",
    "+",
    "e",
]


class Grammar:
    def __init__(self, random):
        self.random = random
        self.anchors = []

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def properties(self):
        text = ""
        if self.chance(4):
            text += self.random.choice(TAGS) + " "
        if self.chance(5):
            name = self.pick("a", "b", "c", "d-1", "e_2", "f")
            if name not in self.anchors or self.chance(10):
                self.anchors.append(name)
                text += "&" + name + " "
        return text

    def alias(self):
        return "*" + (self.random.choice(self.anchors) if self.anchors and self.chance(95) else "a")

    def plain(self):
        if self.chance(65):
            return self.random.choice(SANE)
        if self.chance(15):
            digits = "".join(self.random.choice("0123456789_.:eE+-xb") for _ in range(self.random.randint(1, 9)))
            return digits
        return self.random.choice(WORDS) if self.chance(20) else self.random.choice(PLAIN)

    def quoted(self):
        text = self.random.choice(SANE + WORDS + PLAIN)
        if self.chance(30):
            text += self.pick("\n", "\n\n", " \n ", "\t", "\n\t", " \t\n\t x") + self.random.choice(PLAIN)
        if self.chance(50):
            return "'" + text.replace("'", "''") + "'"
        if self.chance(40):
            at = self.random.randint(0, len(text))
            text = text[:at] + self.random.choice(ESCAPES) + text[at:]
            return '"' + text + '"'
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def flow(self, depth):
        if depth <= 0 or self.chance(50):
            return (
                self.properties() + self.pick(self.plain, self.plain, self.quoted)()
                if self.chance(94)
                else self.alias()
            )
        comma = self.pick(", ", ",", " , ", ",\n  ", ", # x\n ")
        items = [self.flow(depth - 1) for _ in range(self.random.randint(0, 3))]
        end = self.pick("", "", "", ",", " ", "\n")
        if self.chance(50):
            return self.properties() + "[" + comma.join(items) + end + "]"
        colon = self.pick(": ", ": ", ": ", ":", " : ", ":\n ")
        pairs = [
            (
                self.pick(item + colon + self.flow(depth - 1), item, item + ":", "? " + item + colon + "x", "?" + item)
                if self.chance(20)
                else item + colon + self.flow(depth - 1)
            )
            for item in items
        ]
        return self.properties() + "{" + comma.join(pairs) + end + "}"

    def block_scalar(self, indent):
        header = self.pick("|", ">") + self.pick("", "", "", "-", "+", "1", "2", "2-", "+1", "9", "0")
        header += self.pick("", "", "", "", " # c", " ", "#c", "\t", " x")
        inner = indent + self.random.randint(0, 3) if self.chance(95) else indent + self.random.randint(9, 14)
        lines = []
        for _ in range(self.random.randint(0, 5)):
            line = self.pick(
                "text", "  more", "\ttab", "a: b", "# x", "", " ", "\t", "- x", "x\ty", "é", "[", "'", "---"
            )
            lines.append(
                " " * max(0, inner + (0 if self.chance(85) else self.random.randint(-2, 2))) + line
                if line or self.chance(30)
                else ""
            )
        return header + "\n" + "\n".join(lines)

    def comment(self):
        return self.pick("", "", "", "", "", " # note", "  #x: y", "\t# tab", " ")

    def node(self, indent, depth):
        """A value, to stand after `key:` or `-`, its own lines at `indent` or deeper."""
        roll = self.random.random() * 100
        if depth <= 0 or roll < 45:
            return " " + self.properties() + self.plain() + self.comment()
        if roll < 55:
            return " " + self.properties() + self.quoted() + self.comment()
        if roll < 65:
            return " " + self.properties() + self.block_scalar(indent)
        if roll < 72:
            return " " + self.flow(2) + self.comment()
        if roll < 76:
            return " " + self.alias()
        if roll < 79:
            return self.pick("", " ", " # empty")
        step = self.random.choice([0, 2, 2, 2, 4, 1])
        pad = " " * (indent + step)
        start = (" " + self.properties()).rstrip(" ") + self.comment() + "\n"
        if roll < 89:
            return start + self.sequence(indent + step, depth - 1)
        if roll < 98:
            return start + self.mapping(indent + max(step, 1), depth - 1)
        return "  " + self.sequence(indent + 2, depth - 1).lstrip(" ")

    def sequence(self, indent, depth):
        return "\n".join(
            " " * indent + "-" + self.node(indent + self.pick(1, 2), depth) for _ in range(self.random.randint(1, 4))
        )

    def key(self):
        if self.chance(80):
            return self.random.choice(["a", "b", "key", "k2", "on", "1", "1.0", "true", "'1'", "é", "x y", "runcmd"])
        return self.pick(self.plain, self.quoted, lambda: self.flow(1), lambda: "<<", lambda: "=", self.alias)()

    def mapping(self, indent, depth):
        lines = []
        for _ in range(self.random.randint(1, 4)):
            if self.chance(4):
                value = self.pick(
                    "*a",
                    "*b",
                    "[*a, *b]",
                    "{a: 1, b: 2}",
                    "[{a: 1}, {a: 2, c: 3}]",
                    "x",
                    "[x]",
                    "{<<: *a}",
                    "!!foo {a: 1}",
                )
                lines.append(" " * indent + "<<: " + value)
            elif self.chance(4):
                lines.append(" " * indent + "?" + self.node(indent + 2, depth - 1))
                if self.chance(80):
                    lines.append(" " * indent + ":" + self.node(indent + 2, depth - 1))
            else:
                lines.append(
                    " " * indent
                    + self.properties()
                    + self.key()
                    + self.pick(":", ":", ":", ":", " :")
                    + self.node(indent + self.pick(0, 1, 2), depth)
                )
            if self.chance(5):
                lines.append(self.pick("", "# comment", "  # comment", "\t", "   "))
        return "\n".join(lines)

    def document(self):
        kind = self.random.randint(0, 9)
        if kind < 5:
            return self.mapping(0, 3)
        if kind < 7:
            return self.sequence(0, 3)
        if kind < 8:
            return self.flow(3)
        return self.node(0, 2).lstrip(" ") if kind < 9 else self.properties() + self.plain()

    def stream(self):
        text = self.document()
        if self.chance(10):
            text = (
                self.pick(
                    "---\n",
                    "--- ",
                    "%YAML 1.1\n---\n",
                    "%YAML 1.3\n---\n",
                    "%YAML 2.0\n---\n",
                    "%FOO bar\n---\n",
                    "%FOO\n",
                    "%YAML 1.2\n%FOO\n--- ",
                    "%TAG !e! tag:yaml.org,2002:\n---\n",
                    "# c\n",
                    "\ufeff",
                    "%TAG ! tag:yaml.org,2002:\n---\n",
                    "\n",
                    "...\n",
                    "%YAML 1.1 # c\n---\n",
                    "%YAML 1.1\t\n---\n",
                    "%YAML 1.02\n%YAML 1.1\n---\n",
                    "%FOO\tx\n---\n",
                    "%F\n...\n---\n",
                )
                + text
            )
        while self.chance(6):
            self.anchors = []
            text += (
                self.pick(
                    "\n---\n",
                    "\n...\n",
                    "\n...\n---\n",
                    "\n--- ",
                    "\n%FOO\n---\n",
                    "\n...\n%YAML 1.1\n---\n",
                    "\n...\n# x\n",
                )
                + self.document()
            )
        return text + self.pick("", "\n", "\n\n", "\n...\n", " ", "\n# end")


def damage(random, text):
    for _ in range(random.randint(1, 3)):
        at = random.randint(0, len(text))
        kind = random.randint(0, 6)
        if kind <= 2:
            text = text[:at] + random.choice(NOISE) + text[at:]
        elif kind == 3:
            text = text[:at] + text[at + random.randint(1, 4) :]
        elif kind == 4:
            text = text[:at] + random.choice(NOISE) + text[at + 1 :]
        elif kind == 5:
            text = text.replace("  ", "\t", 1) if random.random() < 0.5 else text.replace("\n", random.choice(BREAKS))
        else:
            end = min(len(text), at + random.randint(1, 12))
            to = random.randint(0, len(text))
            text = text[:to] + text[at:end] + text[to:]
    return text
