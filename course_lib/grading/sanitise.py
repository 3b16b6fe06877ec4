"""Make dead whatever a submission could do in the browser of the person who grades it.

Formgrader, feedback pages and JupyterLab show a submission on the origin of the instructor's own session. Three rules keep it harmless:

- Text stays text. Nothing that a student wrote is taken away: a space is put where a tag, a numeric character reference, a link
  that is not to https, http or mailto, a picture from elsewhere or one of MathJax's commands that reach the page would begin. The rule
  knows nothing of Markdown but adjacency, so it holds for every parser of it, and whatever surrounds the place.
- Of an output only known kinds are kept: text without control characters, HTML through an allow-list (nh3), real PNG and JPEG files;
  Markdown as text.
- What stands word for word in the released notebook is the instructor's and stays as it is; all other metadata goes.
"""
from __future__ import annotations

import base64
import json
import re
from html import escape

import nh3
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

LONGEST_TEXT = 50_000           # characters of one output
MOST_LINES = 1_000
MOST_HTML = 20                  # outputs of a cell: HTML nested on purpose takes a second to clean
LONGEST_ANSWER = 20_000         # characters of a text cell: the converter's time for formulas grows with the square
LONGEST_ANSWERS = 100_000       # characters of all text cells
LARGEST_PICTURE = 4_000_000     # characters of base64
MOST_PIXELS = 25_000_000
ROOM = 6_000_000                # characters of one cell's outputs, or of its attachments
COLOURS = re.compile(r"\x1b\[.*?[@-~]")        # a terminal's
CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)]) | dict.fromkeys([13, 0x2028, 0x2029], "\n")

COMMAND = r"\\(?=(?:href|require|unicode|class|cssId|style|data|bbox|texttip|mathtip|toggle|mmlToken|includegraphics)(?![a-zA-Z]))"
MARKUP = re.compile(
    r"<(?=[a-zA-Z/!?])"                                     # a tag
    r"|&(?=#|bsol|dollar)"                                  # a character in disguise
    r"|\](?=\((?!https?://|mailto:|attachment:))"           # an inline link
    r"|\](?=:(?![ \t]*(?:https?://|mailto:)))"              # a link's definition
    rf"|{COMMAND}")
PICTURE = re.compile(r"!(?=\[)(\[[^\[\]]*\]\(attachment:([a-zA-Z0-9_.-]+)\))?|\](?=\(attachment:)")
HEADING = re.compile(r"^([ \t>*+\-\d.):]*#{1,6}(?!#)[ \t]*)|^(?=[ \t>]*[=-]+[ \t]*$)", re.MULTILINE)

TAGS = {"a", "b", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li",
        "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"}
SPANS = {"colspan", "rowspan"}
CLEANER = nh3.Cleaner(tags=TAGS, attributes={"a": {"href"}, "td": SPANS, "th": SPANS},
                      tag_attribute_values={"table": {"border": {"0", "1"}}},
                      clean_content_tags={"script", "style", "svg", "math", "title", "textarea", "template", "noscript"},
                      url_schemes={"http", "https", "mailto"}, url_relative="deny", allowed_classes={"table": {"dataframe"}})


def text(notebook: NotebookNode, released: NotebookNode) -> None:
    """Make a submission's text cells and all its metadata harmless, in place; what equals the released notebook's is left."""
    texts = {told(cell.source, cell.get("attachments")) for cell in released.cells}
    metadata = {told(cell.metadata) for cell in released.cells}
    notebook.metadata = from_dict({**released.metadata, **{"course": notebook.metadata.get("course", {})}})
    room = LONGEST_ANSWERS
    for cell in notebook.cells:
        if told(cell.metadata) not in metadata:
            cell.metadata = NotebookNode()
        if cell.cell_type == "code":
            cell.source = cell.source.encode("utf-8", "replace").decode()      # half a character cannot be written to a file
            cell.execution_count = None
        elif told(cell.source, cell.get("attachments")) not in texts:
            attached = pictures(cell.pop("attachments", {}))
            cell.source = markdown(plain(cell.source, min(room, LONGEST_ANSWER)), attached)
            room = max(0, room - len(cell.source))
            if attached and cell.cell_type == "markdown":
                cell.attachments = attached


def outputs(cell: NotebookNode) -> None:
    """Make what a code cell leaves harmless and bounded, in place; the grade that nbgrader reads from it stays the same."""
    kept, room = [], ROOM
    for output in [output for output in cell.outputs if "text/html" in output.get("data", {})][MOST_HTML:]:
        del output.data["text/html"]
    for output in map(clean, cell.outputs):
        size = len(json.dumps(output))
        shows = output.output_type != "display_data" or output.data
        if (shows and size <= room) or (decides(output) and not any(map(decides, kept))):
            kept.append(output)
            room -= size
    if len(kept) < len(cell.outputs):
        says = f"(Not shown, as too large or of a kind that could do harm here: {len(cell.outputs) - len(kept)}.)\n"
        kept.append(new_output("stream", text=says))
    cell.outputs = kept
    cell.execution_count = None


def told(*parts) -> str:
    """The parts in a form that can be compared and looked up."""
    return json.dumps(parts, sort_keys=True)


def plain(written, longest: int = LONGEST_TEXT) -> str:
    """Text without control characters (a terminal's colours with them), cut where it is too long."""
    written = "\n".join(map(str, written)) if isinstance(written, list) else str(written)
    seen = COLOURS.sub("", written[:longest].replace("\r\n", "\n")).translate(CONTROLS).encode("utf-8", "replace").decode()
    lines = seen.split("\n")
    if len(lines) > MOST_LINES:
        seen = "\n".join([*lines[:MOST_LINES], f"({len(lines) - MOST_LINES} more lines were cut.)"])
    return seen if len(written) <= longest else f"{seen}\n({len(written) - longest} more characters were cut.)"


def markdown(written: str, attached=()) -> str:
    """Markdown in which nothing works but Markdown: see the first rule at the top.

    >>> markdown("**bold** <b onclick=x>, a < b, $a<=b$, [a](https://b.org), [c](javascript:d)")
    '**bold** < b onclick=x>, a < b, $a<=b$, [a](https://b.org), [c] (javascript:d)'
    """
    def kept(found: re.Match) -> str:
        return found[0] if found[2] in attached else f"{found[0][0]} {found[0][1:].replace('](', '] (')}"

    spaced = PICTURE.sub(kept, MARKUP.sub(r"\g<0> ", written))
    return HEADING.sub(lambda found: f"{found[0]}\N{ZERO WIDTH SPACE}" if found[1] else "\n", spaced)   # a heading's id is its text


def html(written) -> str:
    """HTML of which tables and plain text mark-up are left."""
    return re.sub(COMMAND, r"\\ ", CLEANER.clean(plain(written)))


def picture(data) -> str:
    """The base64 of a PNG or JPEG file of a bearable size, or ""."""
    try:
        raw = base64.b64decode("".join(data.split()), validate=True) if isinstance(data, str) and len(data) <= LARGEST_PICTURE else b""
    except ValueError:
        return ""
    pixels = int.from_bytes(raw[16:20]) * int.from_bytes(raw[20:24])
    known = (raw.startswith(b"\x89PNG\r\n\x1a\n") and pixels <= MOST_PIXELS) or raw.startswith(b"\xff\xd8\xff")
    return base64.b64encode(raw).decode() if known else ""


KINDS = {"text/plain": plain, "text/html": html, "text/latex": lambda written: markdown(plain(written)),
         "image/png": picture, "image/jpeg": picture}


def bundle(data) -> NotebookNode:
    """Of the forms in which something is shown, those that are known, each made harmless."""
    data = data if isinstance(data, dict) else {}
    harmless = {kind: make(data[kind]) for kind, make in KINDS.items() if kind in data}
    if "text/markdown" in data:
        harmless.setdefault("text/html", html(f"<pre>{escape(plain(data['text/markdown']))}</pre>"))
    return from_dict({kind: form for kind, form in harmless.items() if form.strip() or kind == "text/plain"})


def pictures(attachments) -> dict[str, NotebookNode]:
    """The PNG and JPEG files among a text cell's attachments, by name."""
    found = {name: bundle({kind: form for kind, form in forms.items() if kind.startswith("image/")})
             for name, forms in attachments.items() if isinstance(forms, dict)} if isinstance(attachments, dict) else {}
    return from_dict({name: forms for name, forms in found.items() if forms}) if len(told(found)) <= ROOM else {}


def clean(output) -> NotebookNode:
    """One output of a code cell, of a known kind and with nothing but its known parts."""
    kind = output.get("output_type")
    if kind == "error":
        name, value, lines = (plain(output.get(part, "")) for part in ("ename", "evalue", "traceback"))
        return NotebookNode(output_type=kind, ename=name, evalue=value, traceback=lines.split("\n"))
    if kind in ("display_data", "execute_result"):
        more = {"execution_count": None} if kind == "execute_result" else {}
        return NotebookNode(output_type=kind, data=bundle(output.get("data", {})), metadata=NotebookNode(), **more)
    name = "stderr" if output.get("name") == "stderr" else "stdout"
    return NotebookNode(output_type="stream", name=name, text=plain(output.get("text", "")))


def decides(output: NotebookNode) -> bool:
    """Whether nbgrader reads a grade from this output."""
    return output.output_type in ("error", "execute_result") or output.get("name") == "stderr"
