"""Digits, and what networks read in them."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from PIL import Image, ImageDraw

from course_lib.notebook.drawings import blocks
from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels, set_margins

SIDE, PEN = 96, 9           # of the sheet that `DigitCanvas` sends, and of its pen, in pixels
THREE = ((22, 20), (40, 10), (60, 12), (70, 26), (62, 40), (44, 46), (64, 52), (74, 68), (62, 84), (40, 88), (20, 78))


def digit_readings(images, probabilities, labels) -> Picture:
    """Test digits (digits, 64) above a network's ten probabilities, (digits, 10); the right bar is blue, a wrong favourite red (D1-20)."""
    count = len(images)
    figure, axes = panels(2 * count, width=1.4 * count + 0.4, height=4.4, rows=2, height_ratios=(1, 1.9))
    set_margins(figure, left=0.04, right=0.985, top=0.93, bottom=0.07, wspace=0.2, hspace=0.12)
    said = []
    for i, (image, values, label) in enumerate(zip(images, np.asarray(probabilities), labels, strict=True)):
        name = f"{'an' if label == 8 else 'a'} {label}"
        draw_ink(axes[i], image, name)
        draw_bars(axes[count + i], values, label, numbered=i == 0)
        said.append(f"{name} read as {values.argmax()} with probability {values.max():.1f}")
    return Picture(figure, f"{count} test digits: {', '.join(said)}.")


def pen_reading(predict, stroke=THREE, label: int = 3, tilts=(0, 30, 60)) -> Picture:
    """A digit drawn with one stroke [(x, y), ...] on the canvas's sheet, turned by so many degrees: the sheet, its 8 x 8 blocks, and
    predict's ten probabilities (D1-20)."""
    figure, axes = panels(3 * len(tilts), width=7.2, height=2.2 * len(tilts) + 0.3, rows=len(tilts), width_ratios=(1, 1, 1.5))
    set_margins(figure, left=0.015, right=0.975, top=0.945, bottom=0.045, wspace=0.13, hspace=0.25)
    said = []
    for row, tilt in enumerate(tilts):
        sheet, left, middle, right = drawn(stroke, tilt), *axes[3 * row:3 * row + 3]
        seen = blocks(sheet)
        values = np.asarray(predict(seen[None]))[0]
        left.imshow(sheet, cmap="gray_r", vmin=0, vmax=255)
        left.set(xticks=(), yticks=())
        left.spines[:].set(visible=True, color=MUTED)
        left.set_title("drawn" if row == 0 else f"turned by {tilt}°", fontsize=10, color=INK)
        draw_ink(middle, seen, "what the network gets" if row == 0 else "")
        draw_bars(right, values, label)
        said.append(f"{'drawn' if tilt == 0 else f'turned by {tilt}°'} the {label} is read as {values.argmax()}")
    axes[2].set_title("what it answers", fontsize=10, color=INK)
    return Picture(figure, f"A digit drawn with one stroke: {', '.join(said)}.")


def drawn(stroke, tilt: float = 0) -> np.ndarray:
    """The sheet with one stroke of a round pen, (96, 96) from 0, white, to 255; turned clockwise by so many degrees about its middle."""
    turn, middle = np.deg2rad(tilt), SIDE / 2
    x, y = np.array(stroke, dtype=float).T - middle
    points = np.column_stack([np.cos(turn) * x - np.sin(turn) * y, np.sin(turn) * x + np.cos(turn) * y]) + middle
    fine = 4                                                    # drawn larger and scaled down: smooth edges, as in a browser
    sheet = Image.new("L", (fine * SIDE, fine * SIDE))
    pen = ImageDraw.Draw(sheet)
    pen.line([tuple(point) for point in (fine * points).tolist()], fill=255, width=fine * PEN)
    for a, b in (fine * points).tolist():
        pen.ellipse([a - fine * PEN / 2, b - fine * PEN / 2, a + fine * PEN / 2, b + fine * PEN / 2], fill=255)
    return np.asarray(sheet.resize((SIDE, SIDE), Image.Resampling.BOX))


def draw_ink(ax: Axes, image, title: str) -> None:
    """A digit of 64 shares of ink."""
    ax.imshow(np.reshape(image, (8, 8)), cmap="gray_r", vmin=0, vmax=1)
    ax.set(xticks=(), yticks=())
    ax.spines[:].set(visible=True, color=MUTED)
    ax.set_title(title, fontsize=10, color=INK)


def draw_bars(ax: Axes, values, label: int, numbered: bool = True) -> None:
    """Ten probabilities; the right one blue, the highest one red and hatched where it is wrong."""
    bars = ax.barh(range(10), values, color="#B8C4CC", height=0.75)
    bars[int(np.argmax(values))].set(facecolor=VERMILLION, hatch="///", edgecolor="#FFFFFF")
    bars[label].set(facecolor=BLUE, hatch="", edgecolor=BLUE)
    ax.set(xlim=(0, 1), ylim=(9.6, -0.6), xticks=(0, 1), yticks=range(10) if numbered else ())
    ax.tick_params(left=False, labelsize=9)
