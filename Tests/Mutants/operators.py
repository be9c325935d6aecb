"""The operators that stand in for Swift's own: each mutant of an operator gets one, which acts as Swift's until the mutant is active."""

# An operator's precedence group, and its functions: type parameters and operands, result, constraint, what is computed while the
# mutant is active, and what else.
NUMBERS = "<T: AdditiveArithmetic>(a: T, b: T) -> T"
BITS = "<T: BinaryInteger>(a: T, b: T) -> T"
ORDERED = "<T: Comparable>(a: T, b: T) -> Bool"
EQUAL = "<T: Equatable>(a: T, b: T) -> Bool"
EMPTY = "<T>(a: T?, b: _OptionalNilComparisonType) -> Bool"
LOGICAL = "(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool"
JOINED = "<T: RangeReplaceableCollection, S: Sequence>(a: T, b: S) -> T where S.Element == T.Element"
SHIFTED = "<T: FixedWidthInteger, R: BinaryInteger>(a: T, b: R) -> T"

FORMS = {
    "<": ("Comparison", [(ORDERED, "a <= b", "a < b")]),
    "<=": ("Comparison", [(ORDERED, "a < b", "a <= b")]),
    ">": ("Comparison", [(ORDERED, "a >= b", "a > b")]),
    ">=": ("Comparison", [(ORDERED, "a > b", "a >= b")]),
    "==": ("Comparison", [(EQUAL, "a != b", "a == b")]),
    "!=": ("Comparison", [(EQUAL, "a == b", "a != b")]),
    "== nil": ("Comparison", [(EMPTY, "a != nil", "a == nil")]),
    "!= nil": ("Comparison", [(EMPTY, "a == nil", "a != nil")]),
    "&&": ("LogicalConjunction", [(LOGICAL, "try a || b()", "try a && b()")]),
    "||": ("LogicalDisjunction", [(LOGICAL, "try a && b()", "try a || b()")]),
    "+": ("Addition", [(NUMBERS, "a - b", "a + b"), (JOINED, "a", "a + b")]),
    "-": ("Addition", [(NUMBERS, "a + b", "a - b")]),
    "*": ("Multiplication", [("<T: Numeric>(a: T, b: T) -> T", "a + b", "a * b")]),
    "/": ("Multiplication", [(BITS, "a * b", "a / b")]),
    "%": ("Multiplication", [(BITS, "a / b", "a % b")]),
    "&": ("Multiplication", [(BITS, "a | b", "a & b")]),
    "|": ("Addition", [(BITS, "a & b", "a | b")]),
    "<<": ("BitwiseShift", [(SHIFTED, "a >> b", "a << b")]),
    ">>": ("BitwiseShift", [(SHIFTED, "a << b", "a >> b")]),
    "+=": ("Assignment", [
        ("<T: AdditiveArithmetic>(a: inout T, b: T)", "a -= b", "a += b"),
        ("<T: RangeReplaceableCollection, S: Sequence>(a: inout T, b: S) where S.Element == T.Element", "()", "a += b"),
    ]),
    "-=": ("Assignment", [("<T: AdditiveArithmetic>(a: inout T, b: T)", "a += b", "a -= b")]),
    "??": ("NilCoalescing", [
        ("<T>(a: T?, b: @autoclosure () throws -> T) rethrows -> T", "try b()", "try a ?? b()"),
        ("<T>(a: T?, b: @autoclosure () throws -> T?) rethrows -> T?", "try b()", "try a ?? b()"),
    ]),
    "..<": ("RangeFormation", [("<T: BinaryInteger>(a: T, b: T) -> Range<T>", "a..<max(a, b - 1)", "a..<b")]),
    "...": ("RangeFormation", [("<T: BinaryInteger>(a: T, b: T) -> ClosedRange<T>", "a...max(a, b - 1)", "a...b")]),
}


def spelling(number):
    """The operator of a mutant: its decimal digits as mathematical signs."""
    return "".join(chr(0x2200 + int(digit)) for digit in str(number))


def declaration(number, operator):
    name = spelling(number)
    if operator == "!":
        return f"prefix operator {name}\nprefix func {name} (a: Bool) -> Bool {{ mutantNegated({number}, !a) }}\n"
    group, functions = FORMS[operator]
    lines = [f"infix operator {name}: {group}Precedence"]
    for signature, mutated, original in functions:
        lines.append(f"func {name} {signature} {{ if isActive({number}) {{ {mutated} }} else {{ {original} }} }}")
    return "\n".join(lines) + "\n"
