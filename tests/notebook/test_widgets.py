import ipywidgets
import pytest

from course_lib.notebook import plots
from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import Picture, panels
from course_lib.notebook.widgets import MovingImage, explore


@controls(count=Slider(1, 5, 1), kind=Choice(("line", "dots")))
def view(count: int = 2, kind: str = "line") -> Picture:
    figure, (ax,) = panels(1, width=2, height=1)
    ax.plot(range(count), "." if kind == "dots" else "-")
    return Picture(figure, f"{count} points & {kind}.")


def test_it_starts_at_the_defaults_of_the_view():
    explorer = explore(view)
    assert {name: control.value for name, control in explorer.controls.items()} == {"count": 2, "kind": "line"}
    assert isinstance(explorer.controls["count"], ipywidgets.IntSlider)
    assert explorer.image.tooltip == "2 points & line." and "2 points &amp; line." in explorer.reading.value


def test_a_change_redraws_picture_and_words():
    explorer = explore(view)
    before = explorer.image.value
    explorer.controls["count"].value = 5
    assert explorer.image.value != before and explorer.image.tooltip == "5 points & line."
    five = explorer.image.value
    explorer.controls["kind"].value = "dots"
    assert explorer.image.value != five and "5 points &amp; dots." in explorer.reading.value


def test_going_back_gives_the_first_picture_again():
    explorer = explore(plots.gate)
    explorer.redraw()
    first = explorer.image.value
    explorer.controls["b"].value = 3.0
    explorer.controls["b"].value = -1.0
    assert explorer.image.value == first


def test_what_is_stored_is_one_line_without_addresses():
    stored = explore(view)._repr_mimebundle_()
    assert stored["text/plain"].startswith("Interactive") and "0x" not in stored["text/plain"] and "\n" not in stored["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in stored


def test_a_view_without_controls_is_refused():
    with pytest.raises(AttributeError, match="controls"):
        explore(lambda: None)


def test_as_many_panels_stay_where_they_were_and_others_are_laid_out_anew():
    moving, places = MovingImage(), []
    for count, label in ((1, ""), (1, "a long label that would move the panel"), (2, ""), (1, "")):
        figure, axes = panels(count, width=4, height=2)
        axes[0].set_ylabel(label)
        moving.show(Picture(figure, f"{count} panels."))
        places.append([ax.get_position().bounds for ax in axes])
    assert places[0] == places[1] and len(places[2]) == 2 and places[3][0] == pytest.approx(places[0][0])
