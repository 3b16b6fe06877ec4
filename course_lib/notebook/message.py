"""A short text that a cell answers with."""
from __future__ import annotations


class Message:
    """Markdown for the notebook; the same words without its marks for a terminal, a test or a log."""

    def __init__(self, markdown: str):
        self.markdown = markdown

    def __repr__(self) -> str:
        return self.markdown.replace("**", "").replace("`", "")

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/markdown": self.markdown, "text/plain": repr(self)}
