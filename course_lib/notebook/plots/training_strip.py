"""A training run as a strip of moments: what the playground shows, standing still."""
from __future__ import annotations

from matplotlib.colors import LinearSegmentedColormap

from course_lib.notebook.canvas.training_run import REACH, TrainingRun
from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import draw_points

ANSWERS = LinearSegmentedColormap.from_list("answers", [VERMILLION, PAPER, BLUE])


def training_strip(run: TrainingRun, epochs: tuple[int, ...] = (5, 20, 80, 200)) -> Picture:
    """Train a fresh run, and draw its answers with the training points after each of these epochs; the last panel holds the losses."""
    figure, axes = panels(len(epochs) + 1, width=1.85 * (len(epochs) + 1), height=2.35)
    X, y, *_ = run.points
    for ax, epoch in zip(axes, epochs, strict=False):
        run.advance(epoch + 1 - len(run.train_loss))
        ax.imshow(run.frame().field, origin="lower", extent=(-REACH, REACH) * 2, cmap=ANSWERS, vmin=-1.18, vmax=1.18)
        draw_points(ax, X, y, size=3.4)
        ax.set_title(f"after {epoch} epochs", fontsize=10, color=INK)
        ax.set(xticks=(), yticks=())
    _draw_losses(axes[-1], run)
    told = ", ".join(f"{run.train_loss[min(epoch, len(run.train_loss) - 1)]:.2f}" for epoch in epochs)
    return Picture(figure, f"A network of widths {list(run.net.sizes)} learns {len(X)} training points: after "
                           f"{', '.join(map(str, epochs))} epochs its training loss is {told}, and its test loss ends at "
                           f"{run.test_loss[-1]:.2f}. {run.stopped}".strip())


def _draw_losses(ax, run: TrainingRun) -> None:
    ax.plot(run.train_loss, color=INK, linewidth=1.6)
    ax.plot(run.test_loss, color=MUTED, linewidth=1.4, linestyle=(0, (3, 2)))
    ax.set_title("loss", fontsize=10, color=INK)
    ax.set_xlabel("epochs (test: dashed)", fontsize=9)
    ax.set_ylim(bottom=0)
