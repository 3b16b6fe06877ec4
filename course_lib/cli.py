"""The `course` command: build the notebooks, release an exercise set, grade a class, tell everyone how it went."""
from __future__ import annotations

import warnings
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from course_lib.problem import Problem

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich", help=__doc__)
console = Console()
errors = Console(stderr=True)

Assignment = Annotated[str, typer.Argument(help="An exercise set, such as E1.")]
Students = Annotated[list[str] | None, typer.Option("--student", help="Only this student (may be repeated); everyone otherwise.")]
Jobs = Annotated[int | None, typer.Option(min=1, help="How many to grade at a time.", show_default="as many as cores")]
Cluster = Annotated[str, typer.Option("--dask", metavar="ADDRESS", help="Grade on the Dask cluster of this scheduler, such as "
                                      "tcp://10.0.0.7:8786.", show_default="on this machine")]
Unsafe = Annotated[bool, typer.Option("--unsafe", help="Without a sandbox. Such grades are marked.")]
Root = Annotated[Path, typer.Option(help="The course directory: the folder of nbgrader_config.py.", show_default="this folder")]
Database = Annotated[str, typer.Option("--db", metavar="URL", help="The gradebook: any database that SQLAlchemy knows, such as "
                                       "postgresql://me@localhost/grades.", show_default="the course's gradebook.db")]


@dataclass(frozen=True)
class Where:
    root: Path
    database: str = ""


@app.callback()
def options(context: typer.Context, root: Root = Path(), database: Database = ""):
    context.obj = Where(root, database)


def main():
    """Run the command line; what goes wrong for a reason we know is one sentence, not a traceback."""
    warnings.filterwarnings("ignore", module="nbgrader")        # of its database layer: harmless, and nobody here can mend them
    try:
        app()
    except Problem as problem:
        errors.print(f"[bold red]Stopped.[/] {escape(str(problem))}", highlight=False)
        raise SystemExit(1) from None


def open_course(context: typer.Context, unsafe: bool = False):
    from course_lib.grading import nbgrader_alone
    nbgrader_alone.alone()
    from course_lib.grading.course import Course
    return Course(context.obj.root, unsafe, context.obj.database)


@contextmanager
def progress(what: str, total: int):
    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, advance=1, description=escape(done))


def follow(what: str, outcomes: Iterable, total: int) -> None:
    """Show outcomes as they come, list the problems, and exit with 1 if there were any."""
    with progress(what, total) as advance:
        problems = [outcome for outcome in outcomes if advance(outcome.student) or outcome.problem]
    for outcome in problems:
        errors.print(f"[bold red]{escape(outcome.student)}[/] {escape(outcome.problem)}", highlight=False)
    if problems:
        raise typer.Exit(1)


@app.command()
def build(context: typer.Context, names: Annotated[list[str] | None, typer.Argument(help="L01, E1 …; all without one.")] = None):
    """Build the notebooks of lectures/ and solutions/ from their scripts in sources/."""
    from course_lib.building import build_all, pairs
    found = pairs(context.obj.root)
    chosen = [(script, target) for script, target in found
              if not names or any(target.stem.startswith(name) or target.parent.name == name for name in names)]
    if not chosen:
        raise Problem(f"There is no such notebook. There is {', '.join(target.stem for _, target in found) or 'none at all'}.")
    with progress("Building", len(chosen)) as advance:
        build_all(chosen, lambda path: advance(path.name))


@app.command()
def check(context: typer.Context, assignment: Assignment):
    """Run the visible tests of your own notebook as the grader will run them."""
    from course_lib.grading.check import check, table
    folder = context.obj.root / "exercises" / assignment
    notebooks = sorted(folder.glob("*.ipynb"))
    if not notebooks:
        raise Problem(f"There is no notebook in {folder.resolve()}. Go to the course's own folder, or name it with --root.")
    failed = False
    for path in notebooks:
        cells = check(path)
        console.print(table(path.name, cells))
        failed = failed or any(cell.score < cell.points for cell in cells)
    if failed:
        raise typer.Exit(1)


@app.command()
def release(context: typer.Context, assignment: Annotated[str | None, typer.Argument(help="An exercise set, such as E1.")] = None,
            everything: Annotated[bool, typer.Option("--all", help="Every set.")] = False):
    """Make the students' version of a set, and prove that nothing hidden is in it."""
    course = open_course(context)
    if not assignment and not everything:
        raise typer.BadParameter("name a set, such as E1, or say --all")
    for name in course.assignments() if everything else [assignment]:
        released = course.release(name)
        console.print(f"{name} is released in {released.relative_to(course.root)}/, with no solution and no hidden test.", highlight=False)


@app.command()
def grade(context: typer.Context, assignment: Assignment, student: Students = None,
          jobs: Jobs = None, cluster: Cluster = "", unsafe: Unsafe = False):
    """Grade what was handed in. One broken submission never stops another: it gets 0, and its reason.

    What was graded before and has not changed is left alone. Stop it when you like, Ctrl-C or worse: the next run goes on.
    """
    course = open_course(context, unsafe)
    from course_lib.grading import summary
    from course_lib.grading.tally import Tally
    from course_lib.grading.workers import cores
    course.check(assignment)
    students = student or course.students(assignment)
    if not students:
        console.print(f"Nobody has handed in {assignment} yet: submissions belong in submitted/STUDENT/{assignment}/.", highlight=False)
        return
    tally = Tally(len(students))
    try:
        with progress("Grading", len(students)) as advance:
            for outcome in course.grade(assignment, students, jobs or cores(), cluster):
                advance(tally.add(outcome))
    except KeyboardInterrupt:
        errors.print(f"[bold red]Stopped.[/] What was graded is recorded; `course grade {assignment}` goes on.", highlight=False)
        raise SystemExit(130) from None
    finally:
        if len(students) <= summary.LONGEST:
            console.print(summary.table(course.results(assignment)))
        for line in tally.lines():
            console.print(line, highlight=False, soft_wrap=True)
    if tally.failed:
        raise typer.Exit(1)


@app.command()
def regrade(context: typer.Context, assignment: Assignment, jobs: Jobs = None, cluster: Cluster = "", unsafe: Unsafe = False):
    """Grade a set again after you corrected it in solutions/: cells, release and scores, and who went from what to what.

    The gradebook is copied first, and what you entered by hand stays. Stop it when you like: the next run goes on.
    """
    course = open_course(context, unsafe)
    from course_lib.grading import moves, regrade_summary
    from course_lib.grading.regrade import Regrade
    from course_lib.grading.tally import Tally
    from course_lib.grading.workers import cores
    again = Regrade(course, assignment)
    if not again.students:
        console.print(f"Nobody has handed in {assignment} yet: course release {assignment} is enough.", highlight=False)
        return
    with console.status("Trying the corrected version …"):
        done = again.correct()
    for line in regrade_summary.corrections(done):
        console.print(line, highlight=False, soft_wrap=True)
    tally = Tally(len(again.students))
    try:
        with progress("Grading", len(again.students)) as advance:
            for outcome in again.grade(jobs or cores(), cluster):
                advance(tally.add(outcome))
        everyone = again.finish(tally.graded)
        page = course.root / "reports" / f"regrade-{assignment}.csv"
        moves.write(page, everyone)
        console.print(regrade_summary.table(assignment, everyone))
        console.print(f"All scores, old and new: {page}", highlight=False, soft_wrap=True)
    except KeyboardInterrupt:
        errors.print(f"[bold red]Stopped.[/] What was graded is recorded; `course regrade {assignment}` goes on.", highlight=False)
        raise SystemExit(130) from None
    finally:
        backup = regrade_summary.backup(again.before, again.backups.original, assignment)
        for line in [*tally.lines(), *backup]:
            console.print(line, highlight=False, soft_wrap=True)
    if tally.failed:
        raise typer.Exit(1)


@app.command()
def feedback(context: typer.Context, assignment: Assignment, student: Students = None):
    """Write one page for each student: the score, what failed in words, never a hidden test."""
    course = open_course(context)
    students = student or course.graded(assignment)
    follow("Feedback", course.feedback(assignment, students), len(students))
    console.print("The pages are in feedback/STUDENT/" + assignment + "/.", highlight=False)


@app.command()
def report(context: typer.Context, assignment: Assignment):
    """Write one page on the class: scores, pass rates, misconceptions with the sentence to say."""
    from course_lib.grading.report import render
    course = open_course(context)
    page = course.root / "reports" / f"{assignment}.html"
    text = render(course.results(assignment))
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, encoding="utf-8")
    console.print(f"The report is {page}", highlight=False, soft_wrap=True)


@app.command()
def export(context: typer.Context, to: Annotated[Path, typer.Option(help="Where to write.")] = Path("grades.csv")):
    """Write all grades as CSV."""
    course = open_course(context)
    course.export(course.root / to)
    console.print(f"The grades are in {course.root / to}", highlight=False, soft_wrap=True)


def is_walled() -> bool:
    """Whether there is a working sandbox here; if not, say why. The demo's own class is harmless without."""
    from course_lib.grading.sandbox import NoSandbox, Sandbox
    try:
        with Sandbox() as sandbox:
            sandbox.probe()
    except NoSandbox as reason:
        console.print(f"[bold]Without a sandbox:[/] {escape(str(reason))}. This made-up class is harmless; a real one is not.",
                      highlight=False)
        return False
    return True


@app.command()
def demo(context: typer.Context, folder: Annotated[Path, typer.Option(help="Made anew each time.")] = Path("demo")):
    """Grade a made-up class of 30 from release to report, in a folder of its own."""
    from course_lib.grading.demo import make_class
    with console.status("Making a class of 30 …"):
        make_class(context.obj.root, folder)
    context.obj = Where(folder)
    release(context, "E1")
    grade(context, "E1", unsafe=not is_walled())
    feedback(context, "E1")
    export(context)
    report(context, "E1")
