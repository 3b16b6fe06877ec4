"""Watching changes nothing, costs little, and leaves one line of text."""
from itertools import pairwise

import pytest

from course_lib.notebook import live as module
from course_lib.notebook.live import IN_PLACE_OF_TRAINING, live
from course_lib.notebook.picture import Picture, panels


def draw(values: list) -> Picture:
    figure, (ax,) = panels(1, width=2, height=1)
    ax.plot(values)
    return Picture(figure, f"{len(values)} steps, the last at {values[-1]}.")


class Clock:
    """A clock that moves on by so much whenever it is read."""

    def __init__(self, seconds):
        self.now, self.seconds = 0.0, seconds

    def __call__(self):
        self.now += self.seconds
        return self.now


def watched(monkeypatch, steps, total, seconds=0.01):
    """The result, the screen, and how many steps had been made at each redraw."""
    monkeypatch.setattr(module, "monotonic", Clock(seconds))
    screens, seen = [], []
    show = module.Screen.show

    def noted(screen, done, picture):
        seen.append((done, picture.reading))
        show(screen, done, picture)
    monkeypatch.setattr(module.Screen, "show", noted)
    return live(steps, total, draw, show=screens.append), screens, seen


def test_the_result_is_the_picture_of_all_steps(monkeypatch):
    picture, *_ = watched(monkeypatch, iter(range(7)), 7)
    assert isinstance(picture, Picture) and picture.reading == "7 steps, the last at 6."
    assert picture.png() == draw([*range(7)]).png()


def test_it_is_redrawn_at_most_ten_times_a_second(monkeypatch):
    """The clock moves by 0.01 s at each look: in 300 looks, which take 3 s, there are at most 30 redraws, and there are many."""
    _, _, seen = watched(monkeypatch, iter(range(300)), 300)
    gaps = [after - before for (before, _), (after, _) in pairwise(seen)]
    assert len(seen) >= 25 and min(gaps) >= 10


def test_slow_drawing_takes_a_fifth_of_the_time(monkeypatch):
    """Every look at the clock costs 1 s here, so a redraw seems to last 1 s: the next one waits for four."""
    _, _, seen = watched(monkeypatch, iter(range(60)), 60, seconds=1)
    assert {after - before for (before, _), (after, _) in pairwise(seen)} == {4}


def test_each_redraw_shows_what_came_so_far(monkeypatch):
    _, _, seen = watched(monkeypatch, iter(range(30)), 30, seconds=1)
    assert seen == [(k, f"{k} steps, the last at {k - 1}.") for k in range(1, 31, 4)]


def test_bar_and_picture_go_when_training_is_over(monkeypatch):
    _, (screen,), _ = watched(monkeypatch, iter(range(5)), 5, seconds=1)
    assert screen.box.children == () and screen.bar.value == 5 and screen.bar.description == "5 of 5"
    assert bytes(screen.image.value).startswith(b"\x89PNG") and screen.image.tooltip == "5 steps, the last at 4."


def test_what_is_stored_is_one_line_that_never_changes(monkeypatch):
    _, (screen,), _ = watched(monkeypatch, iter(range(5)), 5)
    bundle = screen._repr_mimebundle_()
    assert bundle["text/plain"] == IN_PLACE_OF_TRAINING and "\n" not in IN_PLACE_OF_TRAINING
    assert set(bundle) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_a_failure_goes_on_and_leaves_a_clean_screen(monkeypatch):
    def steps():
        yield 1
        raise FloatingPointError("diverged")
    screens = []
    with pytest.raises(FloatingPointError, match="diverged"):
        live(steps(), 2, draw, show=screens.append)
    assert screens[0].box.children == ()


def test_nothing_to_watch_is_said():
    with pytest.raises(ValueError, match="no step"):
        live(iter(()), 3, draw, show=lambda screen: None)
