"""Finds the places of a Swift file where a small change makes another program, and writes each change so that it is made at run
time, where its mutant is the active one.

`at < end` with mutant 17 becomes `at ∀∁∇ end`, an operator of its own of the same precedence that compares with `<=` while mutant 17
is active; `if isOpen {` becomes `if mutantNegated(17, isOpen) {`. No change moves a line.
"""

import re
from typing import NamedTuple

from tokens import tokens

# Operator to what it becomes; `operators.py` says how each is computed.
OPERATORS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+", "*": "+",
    "/": "*", "%": "/", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "+=": "-=", "-=": "+=", "??": "its right side", "..<": "one less",
    "...": "one less",
}
CONDITIONS = {"if": "{", "while": "{", "guard": "else"}
# Literals whose value nothing depends on: space set aside, and what fills it.
IDLE_LABELS = {"repeating", "capacity", "reserveCapacity", "minimumCapacity"}
DELETABLE = re.compile(r"(?:(?:try|_ =) )?[a-z][\w.]*[!?]?(?:\(.*\)|(?:\[[^]]*\])? = .*|\s[-+]= .*)$")
JUMPS = re.compile(r"(?:continue|break|return|throw .*)$")
KEYWORDS = re.compile(r"(?:if|guard|while|for|switch|case|return|throw|let|var|func|init|import|static|private|package|else|do|catch|default|self\.init)\b|self\.\w+ = ")


class Mutant(NamedTuple):
    line: int
    # What stands there now, and what is done instead, for people.
    change: str
    start: int
    end: int
    # What is written there: `{id}` is the mutant's number, `{operator}` its own operator.
    code: str
    # The form in `operators.py` that is to be declared for it; None where there is a function.
    operator: str | None = None


def mutants(text):
    """Every mutant of a file, in the order of the text."""
    found = tokens(text)
    code = [token for token in found if token.kind != "comment"]
    every = [*operators(text, code), *literals(text, code), *conditions(text, code), *statements(text, found)]
    return sorted(every, key=lambda mutant: (mutant.start, mutant.end, mutant.change))


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def operators(text, code):
    for index, token in enumerate(code):
        if token.kind != "operator":
            continue
        before, after = text[token.start - 1], text[token.end:token.end + 1]
        is_infix = before in " \n" and after in " \n" or token.text in ("..<", "...") and before not in " \n(["
        if token.text in OPERATORS and is_infix and after not in ")],":
            name = token.text
            if name in ("==", "!=") and code[index + 1].text == "nil":
                name += " nil"
            yield Mutant(
                line_of(text, token.start), f"`{token.text}` becomes {quoted(OPERATORS[token.text])}", token.start, token.end,
                " {operator} " if before not in " \n" else "{operator}", name)
        elif token.text == "!" and before in " (," and after not in " )":
            yield Mutant(
                line_of(text, token.start), "`!` is dropped", token.start, token.end, "{operator}", "!")


def quoted(name):
    return name if " " in name else f"`{name}`"


def literals(text, code):
    for index, token in enumerate(code):
        label = code[index - 2].text if index > 1 else ""
        is_member = index > 0 and code[index - 1].text == "."
        if token.kind == "number" and token.text.replace("_", "").isalnum() and not is_member and label not in IDLE_LABELS:
            yield Mutant(
                line_of(text, token.start), f"`{token.text}` becomes one more", token.start, token.end,
                f"mutantLiteral({{id}}, {token.text})")
        elif token.text in ("true", "false"):
            other = "false" if token.text == "true" else "true"
            yield Mutant(
                line_of(text, token.start), f"`{token.text}` becomes `{other}`", token.start, token.end,
                f"mutantNegated({{id}}, {token.text})")


def conditions(text, code):
    """Each condition of `if`, `while` and `guard` that is no binding."""
    for index, token in enumerate(code):
        if token.kind != "word" or token.text not in CONDITIONS:
            continue
        for clause in clauses(code[index + 1:], CONDITIONS[token.text]):
            if not clause or clause[0].text in ("let", "var", "case", "#available"):
                continue
            start, end = clause[0].start, clause[-1].end
            written = " ".join(text[start:end].split())
            yield Mutant(
                line_of(text, start), f"`{written}` is negated", start, end,
                f"mutantNegated({{id}}, {text[start:end].replace('{', '{{').replace('}', '}}')})")


def clauses(code, stop):
    depth = 0
    clause = []
    for token in code:
        if depth == 0 and token.text == stop:
            break
        if depth == 0 and token.text == ",":
            yield clause
            clause = []
            continue
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.kind, 0)
        if depth < 0:
            return
        clause.append(token)
    yield clause


def statements(text, found):
    """Each statement on a line of its own that does something, and each jump in braces on its condition's line."""
    comments = [(token.start, token.end) for token in found if token.kind in ("comment", "string") and "\n" in token.text]
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1
        if any(first <= start < last for first, last in comments):
            continue
        statement = text[start:end]
        if is_deletable(statement):
            yield deletion(number, start, end, statement)
        elif braces := re.search(r"^(?:\} else )?if .* \{ (.*) \}$", statement):
            inner = braces.group(1)
            if JUMPS.match(inner) or is_deletable(inner):
                yield deletion(number, start + braces.start(1), start + braces.end(1), inner)


def is_deletable(statement):
    is_whole = statement.count("(") == statement.count(")") and statement.count("{") == statement.count("}")
    return bool(is_whole and DELETABLE.match(statement) and not KEYWORDS.match(statement)) or statement == "continue"


def deletion(line, start, end, statement):
    code = statement.replace("{", "{{").replace("}", "}}")
    return Mutant(line, f"`{statement}` is dropped", start, end, f"if mutantKept({{id}}) {{{{ {code} }}}}")
