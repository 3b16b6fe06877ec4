"""Compute the runs of the playground that lecture L05 shows, and store them beside course_lib/topics/playground_results.py.

    python -m benchmarks.playground

About half an hour on one core. The same machine gives the same file; another one differs in last digits, which long training amplifies.
"""
from __future__ import annotations

from rich.console import Console

from course_lib.topics import playground_results


def main() -> None:
    console, results = Console(), {}
    for key, result in playground_results.compute():
        results[key] = result
        console.print(key)
    playground_results.store(results)
    console.print(f"stored {len(results)} results, {playground_results.STORED.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
