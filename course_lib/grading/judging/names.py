"""Whose a name is: what the reference solution binds or changes belongs to the player, all other names to the judge."""
from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import ModuleType

from IPython.core.inputtransformer2 import TransformerManager

OWN_SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
IMPORTS = (ast.Import, ast.ImportFrom)
BLOCKS = (ast.Try, ast.If, ast.With, ast.ExceptHandler)
MAGICS = TransformerManager()
RUNNING = ("time", "capture", "prun")      # magics that run code in the notebook's own namespace


class Names(dict):
    """The judge's namespace: the names that are the player's are read, written and deleted through `host`, all others here.

    A name that stands for one of `modules` here stands for the player's module of that name.
    """

    def __init__(self, theirs: Iterable[str], host, modules: Iterable[str] = (), **own):
        super().__init__(own)
        self.theirs, self.host, self.modules = frozenset(theirs), host, frozenset(modules)

    def __getitem__(self, name):
        if name in self.theirs:
            return self.host.get(name)
        value = super().__getitem__(name)
        return self.host.ask("module", value.__name__) if isinstance(value, ModuleType) and value.__name__ in self.modules else value

    def __setitem__(self, name, value):
        if name in self.theirs:
            self.host.ask("set", name, value)
        else:
            super().__setitem__(name, value)

    def __delitem__(self, name):
        if name in self.theirs:
            self.host.ask("delete", name)
        else:
            super().__delitem__(name)

    def __contains__(self, name):
        return self.host.ask("has", name) is True if name in self.theirs else super().__contains__(name)

    def copy(self) -> dict:
        return {**self, **{name: self[name] for name in self.theirs if name in self}}

    def update(self, *others, **more) -> None:
        for name, value in dict(*others, **more).items():
            self[name] = value

    def strayed(self) -> dict:
        """Take out what has been written here past __setitem__, as a function does with its `global` names, and is the player's."""
        return {name: super(Names, self).pop(name) for name in self.theirs & super().keys()}

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default


def bound(source: str) -> set[str]:
    """The names that a cell binds, or changes in place, at its top level; but for what it imports, and for builtins that it does not bind.

    >>> sorted(bound("import numpy as np\\nx, *y = 1, 2\\ndef f(a):\\n    global z\\n    z = b = a\\nfor i in y: pass"))
    ['f', 'i', 'x', 'y', 'z']
    >>> sorted(bound("names.sort()\\nstock['pears'] += 5\\na[0].b = len(c)\\ndel d[1]\\nimport numpy as np\\nnp.random.seed(1)"))
    ['a', 'd', 'names', 'stock']
    """
    binds, changes = set(), set()
    for node in _top(ast.parse(plain(source))):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                binds.add(name)
            case ast.Subscript(ctx=ast.Store() | ast.Del()) | ast.Attribute(ctx=ast.Store() | ast.Del()):
                changes.add(_base(node))
            case ast.Expr(value=ast.Call(func=ast.Attribute() as method)):
                changes.add(_base(method))
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                binds |= {node.name} | {name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names}
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name))\
                    | ast.MatchMapping(rest=str(name)):
                binds.add(name)
            case ast.Call(func=ast.Attribute(attr="run_cell_magic"), args=[ast.Constant("capture"), ast.Constant(str(line)), _]):
                binds |= {word for word in line.split() if word.isidentifier()}
    return binds | changes - {None, *dir(builtins)} - imported(source)


def imported(source: str) -> set[str]:
    """The names that a cell imports at its top level: modules, and what comes out of them.

    >>> sorted(imported("import os.path, numpy as np\\nfrom math import pi as p"))
    ['np', 'os', 'p']
    """
    return {alias.asname or alias.name.partition(".")[0] for node in _top(ast.parse(plain(source))) if isinstance(node, IMPORTS)
            for alias in node.names}


def reads(source: str) -> set[str]:
    """The global names that a cell reads, itself or in its functions.

    >>> sorted(reads("def f(x):\\n    y = RATE\\n    return g(lambda z: x + y + z + w)"))
    ['RATE', 'g', 'w']
    """
    tables, found = [symtable.symtable(plain(source), "cell", "exec")], set()
    while tables:
        table = tables.pop()
        found |= {symbol.get_name() for symbol in table.get_symbols()
                  if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global())}
        tables += table.get_children()
    return found


@lru_cache(1_000)
def touched(source: str) -> set[str]:
    """The names that a cell binds, changes in place, or hands to a function that may."""
    calls = [node.value for node in _top(ast.parse(plain(source))) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    return bound(source) | {argument.id for call in calls for argument in call.args if isinstance(argument, ast.Name)}


def imports(source: str) -> str:
    """The import statements at the top level of a cell, with the `try`, `if` and `with` around them.

    >>> print(imports("import os\\nx = os.sep\\ntry:\\n    import cupy as np\\n    f(x)\\nexcept ImportError:\\n    import numpy as np"))
    import os
    try:
        import cupy as np
    except ImportError:
        import numpy as np
    """
    return ast.unparse(_only_imports(ast.parse(plain(source))))


@lru_cache(64)
def plain(source: str) -> str:
    """A cell in Python, its magics and commands turned into calls; nothing where it cannot be read."""
    transformed = MAGICS.transform_cell(source)
    try:
        ast.parse(transformed)
    except (SyntaxError, ValueError):
        return ""
    return transformed


def _top(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below that are run in the same scope, also those of code that a magic runs."""
    for child in ast.iter_child_nodes(node):
        yield child
        match child:
            case ast.Call(func=ast.Attribute(attr="run_line_magic" | "run_cell_magic"), args=[ast.Constant(magic), *_, ast.Constant(code)]):
                yield from _top(ast.parse(plain(code) if magic in RUNNING else ""))
        if not isinstance(child, OWN_SCOPE):
            yield from _top(child)


def _base(node: ast.AST) -> str | None:
    """The name at the start of `name.attribute[item]…`."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _only_imports(block: ast.AST) -> ast.AST:
    """The same block with nothing in it but imports, and blocks of them."""
    for part in ("body", "orelse", "finalbody", "handlers"):
        kept = [_only_imports(node) for node in getattr(block, part, ()) if isinstance(node, ast.ExceptHandler) or _imports(node)]
        if hasattr(block, part):
            setattr(block, part, [ast.Pass()] if part == "body" and not kept and not isinstance(block, ast.Module) else kept)
    return block


def _imports(node: ast.stmt) -> bool:
    if isinstance(node, BLOCKS):
        return any(isinstance(inner, IMPORTS) for inner in ast.walk(node))
    return isinstance(node, IMPORTS) and getattr(node, "module", "") != "__future__"
