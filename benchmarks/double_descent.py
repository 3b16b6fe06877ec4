"""Compute the curves of double descent that lecture L12 lets its readers turn, and store them beside course_lib/topics/double_descent.py.

    python -m benchmarks.double_descent

About two minutes on one core. Another machine gives other last digits; at as many features as samples they are amplified.
"""
from __future__ import annotations

from rich.console import Console

from course_lib.topics import double_descent


def main() -> None:
    console, curves = Console(), {}
    for noise in double_descent.NOISES:
        for ridge in double_descent.RIDGES:
            curves[noise, ridge] = double_descent.compute(noise, ridge)
            console.print(f"noise {noise:g}, ridge {ridge:g}")
    double_descent.store(curves)
    console.print(f"stored {len(curves)} curves, {double_descent.STORED.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
