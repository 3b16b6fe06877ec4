"""Logistic regression on separable data: the curve steepens for ever, and the loss has no lowest point."""
from __future__ import annotations

import numpy as np

from course_lib.nn.activations import sigmoid
from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels
from course_lib.topics.logistic import negative_log_likelihood

DASHES = (":", "--", "-", "-.")
SAMPLES = {":": "····", "--": "– –", "-": "——", "-.": "–·–"}


def endless_fit(age, high, weights: dict[int, np.ndarray], steps, losses) -> Picture:
    """Left: the people by age, class 1 above, and the fitted probability for each {steps: (slope, bias)}, of standardised age. Right: the
    loss after so many steps, both axes logarithmic, with the length of the weights marked."""
    age, high = np.asarray(age), np.asarray(high)
    figure, (left, right) = panels(2, width=8.6, height=3.6)
    years = np.linspace(15, 65, 401)
    z = np.column_stack([(years - age.mean()) / age.std(), np.ones_like(years)])
    for w, dashes in zip(weights.values(), DASHES, strict=False):
        p = sigmoid(z @ w)
        left.plot(years, p, dashes, color=BLUE, linewidth=2)
    left.plot(age[high == 1], np.ones((high == 1).sum()), "o", markersize=8, color=BLUE, markeredgecolor=PAPER, zorder=4)
    left.plot(age[high == 0], np.zeros((high == 0).sum()), "s", markersize=7, color=PAPER, markeredgecolor=VERMILLION, markeredgewidth=1.8,
              zorder=4)
    left.set(xlim=(15, 65), ylim=(-0.08, 1.08), xlabel="age in years", yticks=(0, 0.5, 1))
    left.set_title("probability of a high income", fontsize=10.5, color=INK)
    counts = list(weights)
    left.text(36, 0.42, "\n".join(f"{SAMPLES[d]} {count:,} steps" for count, d in zip(counts, DASHES, strict=False)), fontsize=9.5,
              color=INK, va="center")
    steps, losses = np.asarray(steps), np.asarray(losses)
    right.plot(steps, losses, color=BLUE, linewidth=2)
    X = np.column_stack([(age - age.mean()) / age.std(), np.ones(len(age))])
    lengths = {count: float(np.linalg.norm(w)) for count, w in weights.items()}
    for count, w in weights.items():
        loss = negative_log_likelihood(w, X, high)
        right.plot(count, loss, "o", color=VERMILLION, markeredgecolor=PAPER, markersize=8)
        right.annotate(f"|w| = {lengths[count]:.1f}", (count, loss), (-7, -4), textcoords="offset points", ha="right", va="top",
                       fontsize=10, color=INK)
    right.set(xscale="log", yscale="log", xlabel="steps", xlim=(1, 1.3 * steps[-1]), ylim=(0.05, 10))
    right.set_title("loss, in nats", fontsize=10.5, color=INK)
    right.minorticks_off()
    right.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    said = ", ".join(f"{length:.1f} after {count:,} steps" for count, length in lengths.items())
    return Picture(figure, f"The length of the weights grows, {said}, and the loss falls from {losses[0]:.2f} to {losses[-1]:.2f} without "
                           "levelling off; the curve on the left becomes a step.")
