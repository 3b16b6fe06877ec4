"""Mechanical mistakes: every way in which one small thing in a function can be wrong, as its syntax tree knows them."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

COMPARISONS = {ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
               ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
               ast.NotIn: (ast.In,)}
OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult, ast.FloorDiv: ast.Div,
             ast.Mod: ast.FloorDiv, ast.MatMult: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd}
PAIRS = [("sum", "mean"), ("max", "min"), ("maximum", "minimum"), ("argmax", "argmin"), ("zeros", "ones"), ("zeros_like", "ones_like"),
         ("any", "all"), ("hstack", "vstack"), ("sin", "cos"), ("floor", "ceil"), ("log", "log2"), ("exp", "expm1")]
NAMES = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])} | {"log1p": "log", "cumsum": "array"}
COMMUTATIVE = {"maximum", "minimum", "logaddexp"}
LEFT_OUT = {"copy", "asarray", "reversed", "sorted", "sqrt", "abs", "square"}       # calls of which only the argument may be left


@dataclass(frozen=True)
class Mutant:
    """A function with one mistake in it."""
    question: str
    change: str         # the statement before and after
    source: str


def mutants(question: str, source: str) -> list[Mutant]:
    """All of a function's, each once."""
    module = ast.parse(source)
    found = {}
    for path, statement in statements(module):
        for changed in mistakes(statement):
            tree = deepcopy(module)
            put(tree, path, changed)
            text = ast.unparse(ast.fix_missing_locations(tree))
            before, after = (headline(each) if each else "nothing" for each in (statement, changed))
            found.setdefault(text, Mutant(question, f"{before}  =>  {after}", text + "\n"))
    found.pop(ast.unparse(module), None)
    return list(found.values())


def statements(module: ast.Module) -> Iterator[tuple[tuple, ast.stmt]]:
    """The statements inside the function, with the way to each; not its docstring, and not the stub's last line."""
    def inside(node: ast.AST, path: tuple) -> Iterator:
        for field in ("body", "orelse", "finalbody"):
            for place, statement in enumerate(children := getattr(node, field, []) if isinstance(node, ast.stmt | ast.Module) else []):
                here = (*path, (field, place))
                is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
                is_stub = isinstance(statement, ast.Raise) and statement is children[-1] and "next step" in ast.unparse(statement)
                if not is_text and not is_stub:
                    yield here, statement
                    yield from inside(statement, here)
    (function,) = module.body
    return inside(function, (("body", 0),))


def put(tree: ast.Module, path: tuple, statement: ast.stmt | None) -> None:
    """Put a statement in the place of another one; None: nothing."""
    node = tree
    *way, (field, place) = path
    for step, index in way:
        node = getattr(node, step)[index]
    getattr(node, field)[place] = statement or ast.Pass()


def headline(statement: ast.stmt) -> str:
    return ast.unparse(statement).split("\n")[0]


def mistakes(statement: ast.stmt) -> Iterator[ast.stmt | None]:
    """A statement with each mistake in it; None: without it. What stands in blocks inside it is not looked at."""
    if not isinstance(statement, ast.FunctionDef | ast.Pass | ast.Import | ast.ImportFrom):
        yield None
    for position, node in enumerate(own_nodes(statement)):
        for other in instead(node):
            changed = deepcopy(statement)
            replace(changed, list(own_nodes(changed))[position], other)
            yield changed


def own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    for field, value in ast.iter_fields(statement):
        if field not in ("body", "orelse", "finalbody", "handlers", "decorator_list", "returns", "args"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from ast.walk(child)
    if isinstance(statement, ast.AugAssign):
        yield statement


def replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    if tree is old:                 # an augmented assignment: only its operator changes
        tree.op = new.op
        return
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list):
                value[:] = [new if each is old else each for each in value]


def instead(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node, by mistake."""
    match node:
        case ast.Compare(left, [operator], [right]):
            yield from (ast.Compare(left, [other()], [right]) for other in COMPARISONS[type(operator)])
        case ast.BinOp(left, operator, right):
            if type(operator) in OPERATORS:
                yield ast.BinOp(left, OPERATORS[type(operator)](), right)
            yield from (left, right)
            if isinstance(operator, ast.MatMult):
                yield ast.BinOp(right, operator, left)
        case ast.AugAssign(target, operator, value) if type(operator) in OPERATORS:
            yield ast.AugAssign(target, OPERATORS[type(operator)](), value)
        case ast.UnaryOp(_, operand):
            yield operand
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            yield from values
        case ast.IfExp(_, body, orelse):
            yield from (body, orelse)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(float(value)):
            yield from (ast.Constant(2 * value), ast.Constant(0.0))
        case ast.Attribute(value, "T"):
            yield value
        case ast.Slice(lower, upper, step) if lower or upper:
            yield ast.Slice(None, upper, step) if lower else ast.Slice(lower, None, step)
        case ast.Call(function, arguments, keywords):
            yield from calls(function, arguments, keywords)


def calls(function: ast.expr, arguments: list, keywords: list) -> Iterator[ast.AST]:
    """A call of another function, with an argument less or with arguments in another order."""
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in NAMES:
        of = function.value if isinstance(function, ast.Attribute) else None
        yield ast.Call(ast.Attribute(of, NAMES[name]) if of else ast.Name(NAMES[name]), arguments, keywords)
    if name in LEFT_OUT:
        yield arguments[0] if arguments else function.value
    if name == "range":
        yield ast.Call(function, [*arguments[:-1], ast.BinOp(arguments[-1], ast.Sub(), ast.Constant(1))], [])
        if len(arguments) == 1:
            yield ast.Call(function, [ast.Constant(1), *arguments], [])
    if len(arguments) == 2 and name not in COMMUTATIVE:
        yield ast.Call(function, arguments[::-1], keywords)
    for place in range(len(keywords)):
        yield ast.Call(function, arguments, keywords[:place] + keywords[place + 1:])
