"""Run cells in this very process as a Jupyter kernel would: magics, displays, figures, tracebacks."""
from __future__ import annotations

import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from io import TextIOBase
from typing import Self

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from .compiling import Compiler, Transformers
from .outputs import Outputs

WHERE = "_where"            # the attribute of an exception that says where in other code it came from


class Stream(TextIOBase):
    """sys.stdout or sys.stderr of a cell."""

    encoding = "utf-8"

    def __init__(self, name: str, write):
        self.name, self._write = name, write

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._write(self.name, text)
        return len(text)


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, **_):
        self.shell.outputs.put("display_data", data=data, metadata=metadata or {})

    def clear_output(self, wait=False):
        self.shell.outputs.clear()


class _Hook(DisplayHook):
    def __call__(self, result=None):
        if result is not None and not self.semicolon_at_end_of_expression(self.shell.source):
            data, metadata = self.shell.display_formatter.format(result)
            self.shell.outputs.put("execute_result", data=data, metadata=metadata)


class Shell(InteractiveShell):
    """IPython without terminal and kernel; its namespace may be a dict that looks things up elsewhere."""

    def __init__(self):
        self.outputs, self.source = Outputs(), ""
        config = Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}, "InteractiveShell": {"xmode": "Plain"}})
        super().__init__(config=config, display_pub_class=_Publisher, displayhook_class=_Hook)
        self.input_transformer_manager, self.compile, self._awaits, self._reading = Transformers(), Compiler(), {}, False
        type(self)._instance = InteractiveShell._instance = self        # what get_ipython() finds

    def enter(self, names: dict) -> Self:
        """Work in this namespace from now on."""
        names |= {name: self.user_ns[name] for name in ("get_ipython", "exit", "quit")}
        self.user_ns = names
        return self

    @property
    def user_global_ns(self) -> dict:
        return self.user_ns

    def read(self, source: str) -> None:
        """Do all that can be done of a cell before it is run."""
        flags, self._reading = self.compile.flags, True
        self.run(source)
        self.compile.flags, self._reading = flags, False        # a `from __future__` has not been run yet

    async def run_code(self, *arguments, **options) -> bool:
        return False if self._reading else await super().run_code(*arguments, **options)

    def should_run_async(self, raw_cell: str, **known) -> bool:
        key = known.get("transformed_cell"), known.get("preprocessing_exc_tuple") is None, self.autoawait
        if key not in self._awaits:
            self._awaits[key] = super().should_run_async(raw_cell, **known)
        return self._awaits[key]

    def transform_ast(self, node):
        return super().transform_ast(deepcopy(node) if self.ast_transformers else node)

    def run(self, source: str) -> Outputs:
        """What one code cell leaves."""
        self.outputs, self.source = Outputs(), source
        with redirect_stdout(Stream("stdout", self.outputs.text)), redirect_stderr(Stream("stderr", self.outputs.text)):
            done = self.run_cell(source, store_history=False)
        if not done.success and not any(output["output_type"] == "error" for output in self.outputs):
            self.outputs.put("error", ename="Error", evalue="", traceback=["The cell ended with an error that could not be shown."])
        return self.outputs

    def system(self, command: str) -> None:
        """`!command`: its output is the cell's."""
        done = subprocess.run(self.var_expand(command, depth=1), shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
        sys.stdout.write(done.stdout)
        self.user_ns["_exit_code"] = done.returncode

    def ask_exit(self) -> None:
        raise SystemExit

    def enable_gui(self, gui=None) -> None:
        """There is none; `%matplotlib` asks."""

    def _showtraceback(self, etype, evalue, stb) -> None:
        where = vars(evalue).get(WHERE)
        self.outputs.put("error", ename=str(etype.__name__), evalue=str(evalue), traceback=[*stb, where] if where else stb)
