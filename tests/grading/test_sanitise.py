"""As an attacker: whatever a submission puts wherever it can, the pages made of it are those of a harmless one, but for text."""
import base64
import copy
import re
from collections import Counter
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from nbgrader.server_extensions.formgrader import handlers
from nbgrader.utils import determine_grade
from traitlets.config import Config

from course_lib.grading import sanitise

from .payloads import HTML, MARKDOWN, MATHJAX, MUTATION

STATIC = Path(handlers.template_path).parent / "static/node_modules/bootstrap/dist/css"
FORBIDDEN = {"script", "iframe", "object", "embed", "svg", "math", "form", "style", "link", "meta", "base", "textarea", "button",
             "select", "frame", "frameset", "applet", "marquee", "video", "audio", "source", "template", "noscript", "dialog", "input",
             "title", "body"}
CLASSES = re.compile(r"anchor-link|dataframe|highlight|task-list-item(-checkbox)?|language-.*|output_\w+|err|[a-z]{1,2}[0-9]?")
ZERO_WIDTH_SPACE = "%E2%80%8B"
LINKS = ("href", "src", "action", "formaction", "xlink:href", "data", "background", "poster", "srcset", "ping", "cite", "longdesc")
HARMLESS = "harmless"


def picture(side: float = 0.5) -> bytes:
    with BytesIO() as file:
        Figure(figsize=(side, side)).savefig(file, format="png")
        return file.getvalue()


def batched(all_of_them: list[str], size: int) -> list[tuple[str, ...]]:
    rest = iter(all_of_them)
    return list(iter(lambda: tuple(islice(rest, size)), ()))


PNG = base64.b64encode(picture()).decode()


def role(grade_id: str, **more) -> dict:
    roles = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3, "grade_id": grade_id}
    return {"nbgrader": roles | more}


@pytest.fixture(scope="module")
def released() -> NotebookNode:
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
    return new_notebook(metadata=about, cells=[
        new_markdown_cell("# Welcome <b id='ours'>all</b>, see [figures](figures/a.png)", id="title"),
        new_code_cell("answer = 0", id="code", metadata=role("code", solution=True)),
        new_code_cell("assert answer == 1", id="test", metadata=role("test", grade=True, points=2)),
        new_markdown_cell("your words", id="essay", metadata=role("essay", grade=True, solution=True, points=3)),
    ])


def written(payload: str) -> list[str]:
    """The places inside a text cell where a payload may stand."""
    inline = [payload, f"text {payload} text", f"`{payload}`", f"${payload}$", f"**{payload}**", f"\\{payload}",
              f"&lt;b&gt; {payload} &#60;b>",
              f"[{payload}](https://a.org)", f"[a](https://a.org '{payload}')", f"[a](https://a.org/{payload})",
              f"![{payload}](attachment:p.png)", f"[r]\n\n[r]: https://a.org \"{payload}\""]
    blocks = [f"    {payload}", f"# {payload}", f"{payload}\n===", f"> {payload}", f"- {payload}", f"|a|b|\n|-|-|\n|{payload}|x|",
              f"```html\n{payload}\n```", f"```{payload}\na\n```", f"```mermaid\n{payload}\n```", f"$$\n{payload}\n$$",
              f"\\begin{{equation}}{payload}\\end{{equation}}"]
    return inline + blocks


def shown(payload: str) -> list[NotebookNode]:
    """What a code cell may leave with a payload in it."""
    kinds = ["text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml", "application/javascript", "image/png", "image/jpeg",
             "application/vnd.jupyter.widget-view+json", "text/vnd.mermaid", "application/json", "application/pdf", payload]
    data = [*[{kind: payload} for kind in kinds], {"image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg'>{payload}</svg>"},
            {"text/latex": f"${payload}$"}, {"text/html": f"<table class='dataframe'><tr><td>{payload}</td></tr></table>"}]
    metadata = [{"text/html": {"isolated": True}}, {"filenames": {"image/png": payload}}, {"image/png": {"width": payload, "alt": payload}}]
    return [new_output("stream", text=payload), new_output("stream", name="stderr", text=f"\x1b[31m{payload}\x1b[0m"),
            new_output("error", ename=payload, evalue=payload, traceback=[payload, f"\x1b[1;{payload}m {payload}"]),
            *[new_output("display_data", data=bundle) for bundle in data],
            *[new_output("execute_result", data={"text/html": payload, "image/png": PNG}, metadata=given) for given in metadata]]


def submission(released: NotebookNode, payload: str) -> NotebookNode:
    """A submission with the payload everywhere."""
    notebook = copy.deepcopy(released)
    notebook.metadata |= from_dict({"title": payload, "language_info": {"name": payload},
                                    "kernelspec": {"name": payload, "display_name": payload},
                                    "widgets": {"application/vnd.jupyter.widget-state+json": {"state": payload}}})
    notebook.cells[1].source += f"\n# {payload}"
    notebook.cells[1].outputs = shown(payload)
    notebook.cells[3].source = payload
    pictures = {"p.png": {"image/png": PNG}, "r": {payload: payload},
                "q.svg": {"image/svg+xml": base64.b64encode(payload.encode()).decode()}}
    for text in written(payload):
        notebook.cells.append(new_markdown_cell(text, attachments=copy.deepcopy(pictures)))
    notebook.cells += [
        new_markdown_cell("![a](attachment:q.svg) ![a](attachment:r) ![a][x]\n\n[x]: attachment:q.svg",
            attachments=copy.deepcopy(pictures)),
        new_raw_cell(payload, metadata={"raw_mimetype": ""}), new_code_cell(payload),
        new_markdown_cell("graded by me", metadata=role(f"x{payload}", solution=True, grade=True, points=9)),
    ]
    notebook.cells[-2].metadata = from_dict({"tags": [payload], "name": payload, "alt": payload, "magics_language": payload})
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place}"
    return notebook


def sanitised(notebook: NotebookNode, released: NotebookNode) -> NotebookNode:
    sanitise.text(notebook, released)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            sanitise.outputs(cell)
    return notebook


@cache
def exporter(template: str) -> HTMLExporter:
    """As nbgrader's formgrader and its feedback converter set theirs up."""
    config = Config()
    config.HTMLExporter.template_name = template
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    config.HTMLExporter.extra_template_paths = [str(STATIC)]
    return HTMLExporter(config=config)


def page(template: str, notebook: NotebookNode) -> str:
    resources = {"assignment_id": "E1", "notebook_id": "E1", "submission_id": "s", "index": 0, "total": 1, "base_url": "/", "student": "s",
                 "notebook_path": "E1.ipynb", "nbgrader": {"notebook": "E1", "score": 0, "max_score": 1, "late_penalty": 0}}
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.setdefault("score", 0)
            cell.metadata.nbgrader.setdefault("points", 0)
    return exporter(template).from_notebook_node(notebook, resources=resources)[0]


def active(html: str) -> Counter:
    """All in a page that could do more than be read."""
    found = Counter()
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        if "cell" in element.get("class", []) and element.parent.get("id") != "notebook-container":
            found["a cell outside its place"] += 1
        if (element.name in FORBIDDEN or ":" in element.name) and element.get("class") != ["task-list-item-checkbox"]:
            found[element.name] += 1
        for name, value in element.attrs.items():
            value = " ".join(value) if isinstance(value, list) else value
            if name.startswith("on") or name in ("style", "srcdoc", "name") or (name == "id" and not value.startswith(ZERO_WIDTH_SPACE)):
                found[name, value] += 1
            if name in LINKS and not value.startswith(("https://", "http://", "mailto:", "data:image/png;base64,", "#" + ZERO_WIDTH_SPACE)):
                found[name, value] += 1
            if element.name == "img" and name == "src" and not value.startswith("data:image/png;base64,iVBOR"):
                found["picture from elsewhere"] += 1
            if name == "class":
                found.update(("class", word) for word in value.split() if not CLASSES.fullmatch(word))
    return found


@pytest.fixture(scope="module")
def harmless(released):
    return {template: active(page(template, sanitised(submission(released, HARMLESS), released))) for template in ("formgrade", "feedback")}


@pytest.mark.parametrize("payload", [*HTML, MUTATION, *MARKDOWN])
def test_a_payload_is_only_text_wherever_it_stands(released, harmless, payload):
    assert active(page("formgrade", sanitised(submission(released, payload), released))) - harmless["formgrade"] == Counter()


@pytest.mark.parametrize("some", [*batched(HTML, 12), *batched(MARKDOWN, 12)])
def test_so_it_is_in_feedback_and_beside_others(released, harmless, some):
    assert active(page("feedback", sanitised(submission(released, "\n\n".join(some)), released))) - harmless["feedback"] == Counter()


@pytest.mark.parametrize("payload", [*HTML, *MARKDOWN])
def test_without_us_it_is_more_than_text(payload):
    def alone(text):
        output = new_output("display_data", data={"text/html": text})
        return active(page("formgrade", new_notebook(cells=[new_markdown_cell(text, id="a"), new_code_cell(id="b", outputs=[output])])))
    assert alone(payload) - alone(HARMLESS)


@pytest.fixture
def opened(browser):
    """What becomes of `hit` when a page is opened and all in it is clicked and pointed at; nothing leaves the browser."""
    tab = browser.new_page()
    tab.route("**", lambda route: route.abort())
    tab.on("dialog", lambda dialog: dialog.dismiss())

    def open_(html: str):
        tab.goto("about:blank")
        tab.set_content(html)
        return tab.evaluate("""async () => {
            addEventListener("click", event => event.target.closest("a[href]")?.protocol != "javascript:" &&
                             event.target.closest("a") && event.preventDefault(), true)
            for (const element of document.querySelectorAll("#notebook *")) {
                element.dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))
                if (element.matches("a, button")) element.click?.()
                if (element.matches("[tabindex], input")) element.focus()
            }
            for (const kind of ["img", "video"])        // what else had to fail to load has failed before these
                await new Promise(done => { const last = document.createElement(kind); last.onerror = done; last.src = "x"; })
            return window.hit
        }""")
    yield open_
    tab.close()


DOZEN = [
    MUTATION, "<script>hit=1</script>", "<img/src='x'/onerror=hit=1>", "<svg onload=hit=1>", "<details open ontoggle=hit=1>x</details>",
    "<a href='java&#x0A;script&colon;hit=1'>x</a>", "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<video><source onerror=hit=1></video>", "<form action=javascript:hit=1><button>x</button></form>",
    "<svg></p><style><a id='</style><img src=1 onerror=hit=1>'>", "<input autofocus onfocus=hit=1>",
    "[x](javascript:hit=1)", "[x](javascript&colon;hit=1)", "[x](files/javascript:hit=1)",
    "[x][r]\n\n[r]: javascript:hit=1", "<javascript:hit=1>"]


@pytest.mark.parametrize("template", ["formgrade", "feedback"])
def test_in_a_browser_nothing_runs(opened, released, template):
    assert opened(page(template, sanitised(submission(released, "\n\n".join(DOZEN)), released))) is None


@pytest.mark.parametrize("payload", DOZEN)
def test_in_a_browser_it_runs_without_us(opened, payload):
    output = new_output("display_data", data={"text/html" if payload.startswith("<") else "text/markdown": payload})
    naked = new_notebook(cells=[new_code_cell(id="a", outputs=[output]), new_markdown_cell(payload, id="b")])
    assert opened(page("formgrade", naked)) == 1


@pytest.mark.parametrize("wrap", [
    "$\\{}$", "$$\n\\{}\n$$", "&#36;\\{}&#36;", "&#36;&#92;{}&#36;", "&dollar;&bsol;{}&dollar;", "\\\\(\\{}\\\\)",
    "\\begin{{align}}\\{}\\end{{align}}", "$\\let\\x\\{}$", "text \\{}"])
@pytest.mark.parametrize("kind", ["text/markdown", "text/html", "text/latex"])
def test_commands_of_mathjax_that_reach_the_page_are_broken(wrap, kind):
    cell = new_code_cell(outputs=[new_output("display_data", data={kind: wrap.format(command)}) for command in MATHJAX])
    answers = [new_markdown_cell(wrap.format(command)) for command in MATHJAX] if kind == "text/markdown" else []
    notebook = sanitised(new_notebook(cells=[cell, *answers]), new_notebook())
    text = BeautifulSoup(page("formgrade", notebook), "html.parser").find(id="notebook").get_text()
    for command in MATHJAX:
        assert command in text and "\\" + command not in text


HONEST = """# Why it converges

For **every** $w^*$ with $\\|w^*\\| = 1$ and $a < b$, $a<=b$, $x_i > 0$:

$$\\begin{aligned} \\frac{R^2}{\\gamma^2} &\\geq k \\\\ w_{t+1} &= w_t + y_i x_i \\end{aligned}$$

| step | $w$ |
|------|:---:|
| 1    | 0.5 |

- see [Novikoff](https://example.org/1962?a=1&b=2) or https://example.org
- [ ] `w[0] = x`, *done*

```python
if w @ x <= 0:      # a mistake
    w += y * x
```

![my plot](attachment:plot.png)
"""


def test_honest_text_shows_as_it_did(released):
    notebook = copy.deepcopy(released)
    notebook.cells[3] |= from_dict({"source": HONEST, "attachments": {"plot.png": {"image/png": PNG}}})
    before = BeautifulSoup(page("formgrade", notebook), "html.parser")
    after = BeautifulSoup(page("formgrade", sanitised(notebook, released)), "html.parser")
    assert after.find(id="notebook").get_text().replace("\u200b", "") == before.find(id="notebook").get_text()
    for kind in ("h1", "table td", "strong", "li", "pre", "input[type=checkbox]", "a[href^='https://']", "img[src^='data:image/png']"):
        found = [[element.get_text() for element in whole.select(f"#notebook {kind}")] for whole in (before, after)]
        assert found[0] and [text.replace("\u200b", "") for text in found[1]] == found[0], kind
    assert notebook.cells[3].attachments["plot.png"]["image/png"] == PNG


def test_honest_outputs_stay():
    css = "\n<style scoped>\n.dataframe th { vertical-align: top; }\n</style>"
    table = ("<table border=\"1\" class=\"dataframe\">\n<thead><tr><th></th><th>w</th></tr></thead>"
             "<tbody><tr><th>0</th><td>&lt;0.5</td></tr></tbody></table></div>")
    cell = new_code_cell(outputs=[
        new_output("stream", text="step 1: 0.50\n\tdone"), new_output("display_data", data={"image/png": PNG, "text/plain": "<Figure>"}),
        new_output("execute_result", data={"text/html": f"<div>{css}{table}", "text/plain": "   w\n0  0.5"}),
        new_output("execute_result", data={"text/plain": "array([1., 2.])"}), new_output("display_data", data={"text/latex": "$x^2$"})])
    wanted = copy.deepcopy(cell.outputs)
    wanted[2].data["text/html"] = f"<div>\n{table}"
    sanitise.outputs(cell)
    assert cell.outputs == wanted


def test_what_is_the_instructors_stays_as_it_is(released):
    notebook = copy.deepcopy(released)
    notebook.metadata["course"] = {"notes": ["one"]}
    sanitise.text(notebook, released)
    assert notebook == {**released, "metadata": {**released.metadata, "course": {"notes": ["one"]}}}


def test_an_answer_keeps_its_place_in_the_gradebook_and_an_added_cell_gets_none(released):
    notebook = copy.deepcopy(released)
    notebook.cells[3].source = "mine <b>"
    notebook.cells.append(new_markdown_cell("more", metadata=role("more", grade=True, solution=True, points=50)))
    sanitise.text(notebook, released)
    assert (notebook.cells[3].source, notebook.cells[3].metadata) == ("mine < b>", released.cells[3].metadata)
    assert notebook.cells[4].metadata == {}


@pytest.mark.parametrize("data", ["", "no base64", base64.b64encode(b"<svg onload=hit=1>").decode(),
    PNG + '" onerror="hit=1', 3, None, [PNG],
                                  base64.b64encode(picture()[:16] + b"\x00\x01\x00\x00\x00\x01\x00\x00" + picture()[24:]).decode()])
def test_what_is_no_picture_is_none(data):
    cell = new_code_cell()
    cell.outputs = [from_dict({"output_type": "display_data", "data": {"image/png": data}, "metadata": {}})]
    sanitise.outputs(cell)
    assert [output.output_type for output in cell.outputs] == ["stream"] and "(Not shown, as" in cell.outputs[0].text


@pytest.mark.parametrize("attachments", [{}, None, [], {"a.png": {"image/svg+xml": PNG}}, {"a.png": []}, {"a.png": {"image/png": "x"}}])
def test_a_picture_that_is_not_there_breaks_no_page(released, attachments):
    notebook = copy.deepcopy(released)
    notebook.cells[3] |= {"source": "![a](attachment:a.png) ![a](attachment:a%2epng) [a](attachment:b)", "attachments": attachments}
    assert "<img" not in page("formgrade", sanitised(notebook, released))


STREAM = new_output("stream", text="x" * 3_000_000)
ERROR = new_output("error", ename="AssertionError", evalue="no", traceback=["\x1b[0;31mno\x1b[0m"] * 100_000)
FIGURES = [new_output("display_data", data={"image/png": base64.b64encode(picture() + bytes(2_500_000)).decode()}) for _ in range(4)]


@pytest.mark.parametrize("left", [
    [], [STREAM, ERROR], [*FIGURES, ERROR], [*FIGURES, new_output("execute_result", data={"text/plain": "0.5"}), ERROR],
    [*FIGURES, new_output("stream", name="stderr", text="a warning")],
    [new_output("execute_result", data={"text/plain": "1.5", "text/html": "9"})],
    [new_output("display_data", data={"text/plain": "0.5"})], [ERROR] * 50])
def test_the_grade_stays_the_same_and_the_outputs_get_bounded(released, left):
    cell = copy.deepcopy(released.cells[2])
    cell.outputs = copy.deepcopy(left)
    grade = determine_grade(cell)
    sanitise.outputs(cell)
    assert determine_grade(cell) == grade
    assert len(nbformat.writes(new_notebook(cells=[cell]))) < 1.5 * sanitise.ROOM


def test_a_long_text_is_cut_and_says_so(released):
    notebook = copy.deepcopy(released)
    notebook.cells[3].source = "a" * (sanitise.LONGEST_ANSWER + 7)
    notebook.cells += [new_markdown_cell("b" * 10_000) for _ in range(100)]
    sanitise.text(notebook, released)
    assert notebook.cells[3].source.endswith("a\n(7 more characters were cut.)")
    assert sum(len(cell.source) for cell in notebook.cells) < 1.2 * sanitise.LONGEST_ANSWERS


def test_of_much_html_the_rest_is_plain():
    cell = new_code_cell(outputs=[new_output("display_data", data={"text/html": "<b>x</b>", "text/plain": "x"}) for _ in range(30)])
    sanitise.outputs(cell)
    assert [len(output.data) for output in cell.outputs] == [2] * sanitise.MOST_HTML + [1] * (30 - sanitise.MOST_HTML)


def test_markdown_that_code_shows_is_text(released):
    cell = new_code_cell(outputs=[new_output("display_data", data={"text/markdown": "# a\n**b** <c>", "text/plain": "<Markdown object>"})])
    sanitise.outputs(cell)
    assert cell.outputs[0].data == {"text/plain": "<Markdown object>", "text/html": "<pre># a\n**b** &lt;c&gt;</pre>"}


def test_half_a_character_can_be_written_to_a_file(released):
    notebook = copy.deepcopy(released)
    notebook.cells[1].source = notebook.cells[3].source = "\ud800"
    notebook.cells[1].outputs = [new_output("stream", text="\ud800")]
    assert nbformat.writes(sanitised(notebook, released)).encode("utf-8")


def test_doing_it_again_changes_nothing_more_than_spaces(released):
    notebook = sanitised(submission(released, HONEST), released)
    sources = ["".join(cell.source.split()) for cell in notebook.cells]
    assert ["".join(cell.source.split()).replace("\u200b" * 2, "\u200b") for cell in sanitised(notebook, released).cells] == sources
