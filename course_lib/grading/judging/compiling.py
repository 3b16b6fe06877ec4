"""What a shell does to the text of a cell before it runs it, once for each text: the same tests come with every submission of a class."""
from __future__ import annotations

import ast
from types import CodeType

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager


class Transformers(TransformerManager):
    """Turns magics and commands into Python."""

    def __init__(self):
        super().__init__()
        self._done: dict[tuple, str] = {}

    def transform_cell(self, cell: str) -> str:
        key = cell, *self.cleanup_transforms, *self.line_transforms, *self.token_transformers
        if key not in self._done:
            self._done[key] = super().transform_cell(cell)
        return self._done[key]


class Compiler(CachingCompiler):
    """Parses a cell, and compiles its statements one by one, as the shell asks. Who changes a statement must change a copy of it."""

    def __init__(self):
        super().__init__()
        self._trees: dict[tuple, ast.AST] = {}      # they stay, so a statement is known by its id
        self._codes: dict[tuple, tuple[ast.AST, CodeType, int]] = {}

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        key = source, filename, symbol, self.flags
        if key not in self._trees:
            self._trees[key] = super().ast_parse(source, filename, symbol)
        tree = self._trees[key]
        return ast.Module(list(tree.body), []) if isinstance(tree, ast.Module) else super().ast_parse(source, filename, symbol)

    def __call__(self, source, filename: str, symbol: str, **options):
        match source:
            case ast.Module(body=[statement]) | ast.Interactive(body=[statement]) if not options:
                key = id(statement), filename, symbol, self.flags
                if key not in self._codes:
                    self._codes[key] = statement, super().__call__(source, filename, symbol), self.flags
                _, code, self.flags = self._codes[key]      # `from __future__` holds for the cells to come
                return code
        return super().__call__(source, filename, symbol, **options)
