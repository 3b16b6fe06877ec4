"""Where the nodes of a graph of Values stand on the page, and where its arrows run between them."""
from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from course_lib.topics.scalar import Value

WIDE, HIGH, COLUMN, ROW = 1.1, 0.66, 1.85, 0.98      # of a box, and from one box to the next, in inches
BESIDE_A_BOX = 0.62                                  # rows between a passing arrow and its neighbours


class Arrow(NamedTuple):
    """From parent number k of a node into that node."""

    node: Value
    k: int

    @property
    def parent(self) -> Value:
        return self.node.parents[self.k]


def layout(nodes: list[Value]) -> tuple[dict[Value, tuple], dict[Arrow, list[tuple]]]:
    """The middle (x, y) of every node's box, and the points of every arrow, its start and end on the edges of boxes.

    nodes: parents first. A node's column is its longest way to the result; in it, a node seeks the middle of its parents and an input
    stands beside what it is combined with. An arrow that crosses a column gets a place there as a box does, so it never runs through one.
    """
    column = _columns(nodes)
    heights: dict = {}                               # in rows; of nodes, and of (arrow, column) where an arrow passes
    for at in range(max(column.values()) + 1):
        here = [node for node in nodes if column[node] == at]
        wanted = {(arrow, at): _last_height(arrow, heights) for arrow in _arrows(nodes) if column[arrow.parent] < at < column[arrow.node]}
        wanted |= {node: float(np.mean([_last_height(arrow, heights) for arrow in _arrows([node])])) for node in here if node.parents}
        for row, node in enumerate(node for node in here if not node.parents):
            wanted[node] = _beside(node, nodes, heights | wanted, -float(row))
        heights |= _spread(wanted)
    places = {node: (COLUMN * column[node], ROW * heights[node]) for node in nodes}
    return places, _paths(_arrows(nodes), places, column, heights)


def _columns(nodes: list[Value]) -> dict[Value, int]:
    to_result = dict.fromkeys(nodes, 0)
    for arrow in _arrows(nodes[::-1]):
        to_result[arrow.parent] = max(to_result[arrow.parent], to_result[arrow.node] + 1)
    return {node: max(to_result.values()) - steps for node, steps in to_result.items()}


def _arrows(nodes: list[Value]) -> list[Arrow]:
    return [Arrow(node, k) for node in nodes for k in range(len(node.parents))]


def _last_height(arrow: Arrow, heights: dict) -> float:
    """Where the arrow was in the last column that has been placed."""
    passed = [height for place, height in heights.items() if isinstance(place, tuple) and place[0] == arrow]
    return passed[-1] if passed else heights[arrow.parent]


def _beside(leaf: Value, nodes: list[Value], heights: dict, otherwise: float) -> float:
    """A row below the other parent of the first node that uses this input, where that has its place."""
    user = next((node for node in nodes if leaf in node.parents), leaf)
    other = next((arrow for arrow in _arrows([user]) if arrow.parent in heights), None)
    return otherwise if other is None else _last_height(other, heights) - 1


def _spread(wanted: dict) -> dict:
    """The wanted heights, from the top down, pushed apart until no box touches another or a passing arrow."""
    ordered = sorted(wanted, key=lambda item: -wanted[item])
    heights = [wanted[item] for item in ordered[:1]]
    for above, item in pairwise(ordered):
        room = BESIDE_A_BOX if isinstance(above, tuple) or isinstance(item, tuple) else 1.0
        heights.append(min(wanted[item], heights[-1] - room))
    lift = np.mean([wanted[item] - height for item, height in zip(ordered, heights, strict=True)])
    return {item: float(height + lift) for item, height in zip(ordered, heights, strict=True)}


def _paths(arrows: list[Arrow], places: dict, column: dict, heights: dict) -> dict[Arrow, list[tuple]]:
    """Arrows leave and enter a box in the order of the heights from which and to which they go."""
    bends = {arrow: [(COLUMN * at, ROW * heights[arrow, at]) for at in range(column[arrow.parent] + 1, column[arrow.node])]
             for arrow in arrows}
    paths = {}
    for arrow in arrows:
        leaving = sorted((other for other in arrows if other.parent is arrow.parent),
                         key=lambda other: -(bends[other] or [places[other.node]])[0][1])
        entering = sorted(_arrows([arrow.node]), key=lambda other: -(bends[other] or [places[other.parent]])[-1][1])
        (x0, y0), (x1, y1) = places[arrow.parent], places[arrow.node]
        paths[arrow] = [(x0 + WIDE / 2, y0 + _port(leaving, arrow)), *bends[arrow], (x1 - WIDE / 2, y1 + _port(entering, arrow))]
    return paths


def _port(arrows: list[Arrow], arrow: Arrow) -> float:
    """How far from the middle of the edge this arrow touches a box."""
    apart = min(0.24, 0.44 / len(arrows))
    return apart * ((len(arrows) - 1) / 2 - arrows.index(arrow))
