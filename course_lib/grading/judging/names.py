"""Whose a name is: what the reference solution binds belongs to the player, all other names to the judge."""
from __future__ import annotations

import ast
from collections.abc import Iterable

from IPython.core.inputtransformer2 import TransformerManager

NAMING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
OWN_SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Names(dict):
    """The judge's namespace: the names that are the player's are read, written and deleted through `host`, all others here."""

    def __init__(self, theirs: Iterable[str], host, **own):
        super().__init__(own)
        self.theirs, self.host = frozenset(theirs), host

    def __getitem__(self, name):
        if name in self.theirs:
            return self.host.ask("get", name)
        return super().__getitem__(name)

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

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default


def bound(source: str) -> set[str]:
    """The names that a cell binds at its top level, but for modules that it imports.

    >>> sorted(bound("import numpy as np\\nx, *y = 1, 2\\ndef f(a):\\n    global z\\n    z = b = a\\nfor i in y: pass"))
    ['f', 'i', 'x', 'y', 'z']
    """
    tree = ast.parse(plain(source))
    found = set()
    for node in _top(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, NAMING) and node.name:
            found.add(node.name)
    return found | {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}


def plain(source: str) -> str:
    """A cell in Python, its magics and commands turned into calls; nothing where it cannot be read."""
    transformed = TransformerManager().transform_cell(source)
    try:
        ast.parse(transformed)
    except SyntaxError:
        return ""
    return transformed


def _top(node: ast.AST):
    """The nodes below that are run in the same scope."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, OWN_SCOPE):
            yield from _top(child)
