"""A drawing in columns from left to right, each group a rectangle of its own. Pure; sizes of cards are given as data.

Nodes lie on no other node and in the frame of no group that they are not in; an edge that passes others has a row of
its own. The same drawing gives the same places, and a small edit moves little of them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import accumulate
from typing import TypeVar

from lazygui.graph import placement
from lazygui.graph.model import EMPTY, Graph, Point
from lazygui.graph.placement import COLUMN, GRID, ROW, snapped
from lazygui.graph.topology import order

CARD = COLUMN - 104.0
"""The width of a node's card, in pixels at zoom 1."""
SIDE, TOP = 2 * GRID, 3 * GRID
"""Room that the frame of a group takes at its sides and below, and above for its name."""
SHORT = 5 * COLUMN
"""What is no wider stands in one line, however low it is."""
LANDSCAPE = 2.2
"""The width to height that a network, and each group in it, comes close to."""
BREAK, BREAK_INSIDE = 0.3, 0.7
"""What a further line costs against that, as a logarithm; more inside a group, which reads from left to right."""
MOST_LAID = 16_000
"""How many parts are laid at most until the lines are chosen: a chain of a thousand layers can be broken anywhere."""
OUTSIDE = "<"
"""How the names of tensors begin that come from outside."""

Rows = Mapping[str, int]
Lines = tuple[tuple[int, int], ...]
"""Each a range of columns."""
Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True)
class Style:
    """What all levels have in common: the heights of cards, the room between two columns, and the places of now.

    With places, the lines are those that the drawing has already; without, those that give it a good shape.
    """

    heights: Mapping[str, float]
    gap: float
    places: Mapping[str, Point] | None


@dataclass(frozen=True)
class Box:
    """Places relative to the upper left corner, and the size. `base` is how far below the top the first row begins."""

    places: Mapping[str, Point]
    width: float
    height: float
    base: float = 0.0


@dataclass(frozen=True)
class Level:
    """What stands right in one group, or at the top: nodes and groups by name, with the edges among them.

    `entries` are edges from outside whose tensor several parts read: one of them is a shortcut.
    """

    boxes: Mapping[str, Box]
    edges: tuple[tuple[str, str], ...]
    entries: tuple[tuple[str, str], ...]

    @cached_property
    def sources(self) -> Mapping[str, list[str]]:
        return _grouped((target, source) for source, target in self.edges)

    @cached_property
    def targets(self) -> Mapping[str, list[str]]:
        return _grouped(self.edges)


def tidied(graph: Graph, nodes: Iterable[str], heights: Mapping[str, float] = EMPTY) -> dict[str, Point]:
    """Return where nodes go when they are tidied among themselves; those that stay where they are are left out.

    `heights` are those of the cards that are higher than usual. As many nodes as can be stay, and with them the lines
    in which the drawing runs; nothing comes to lie on a node that is not tidied.
    """
    chosen = frozenset(nodes)
    others = graph.nodes.keys() - chosen
    part = graph.without_nodes(others) if others else graph
    found = arranged(part, heights, keeps_lines=True)
    offsets = Counter(
        Point(old.x - new.x, old.y - new.y) for node, new in found.items() if (old := graph.layout.get(node))
    )
    shift = snapped(offsets.most_common(1)[0][0]) if offsets else Point(0, 0)
    placed = {node: Point(new.x + shift.x, new.y + shift.y) for node, new in found.items()}
    cleared = _cleared(placed, {node: graph.place(node) for node in others}, heights)
    return {node: place for node, place in cleared.items() if graph.layout.get(node) != place}


def arranged(
    graph: Graph, heights: Mapping[str, float] = EMPTY, gap: float = COLUMN - CARD, keeps_lines: bool = False
) -> dict[str, Point]:
    """Return a place for every node, the first at the origin's right; `gap` is the room between two columns."""
    ordered = order(graph)
    style = Style(heights, gap, graph.layout if keeps_lines else None)
    return dict(_box(graph, ordered, "", style).places)


def completed(graph: Graph) -> Graph:
    """Return the graph with a place for every node. What had one keeps it; where nothing had, all is arranged."""
    return placement.completed(graph) if graph.layout else graph.with_layout(arranged(graph))


def _cleared(
    placed: dict[str, Point], others: Mapping[str, Point], heights: Mapping[str, float]
) -> Mapping[str, Point]:
    """Move what is placed straight down until it lies on none of the others."""
    down = 0.0
    while blocked := max((_depth(node, place, down, others, heights) for node, place in placed.items()), default=0.0):
        down += math.ceil(blocked / GRID) * GRID
    return {node: Point(place.x, place.y + down) for node, place in placed.items()} if down else placed


def _depth(node: str, place: Point, down: float, others: Mapping[str, Point], heights: Mapping[str, float]) -> float:
    """Return how much further down a card must go to lie on none of the others."""
    top = place.y + down
    bottom = top + _room(node, heights) + SIDE
    blocking = (
        other.y + _room(name, heights) + SIDE - top
        for name, other in others.items()
        if abs(other.x - place.x) < CARD + GRID and other.y < bottom - GRID
    )
    return max((depth for depth in blocking if depth > GRID), default=0.0)


def _room(node: str, heights: Mapping[str, float]) -> float:
    """Return the height that a node takes: that of a usual row, whether a run has shown its histogram or not."""
    lowest = ROW - SIDE
    return max(lowest, math.ceil((heights.get(node, lowest) - GRID) / GRID) * GRID)


def _box(graph: Graph, members: Iterable[str], prefix: str, style: Style) -> Box:
    """Arrange what lies under a prefix, the groups in it first."""
    parts: dict[str, list[str]] = {}
    for node in members:
        head, dot, _ = node.removeprefix(prefix).partition(".")
        parts.setdefault(f"{prefix}{head}{dot}", []).append(node)
    boxes = {
        name: _framed(_box(graph, inside, name, style))
        if name.endswith(".")
        else Box({name: Point(0, 0)}, CARD, _room(name, style.heights))
        for name, inside in parts.items()
    }
    part_of = {node: name for name, inside in parts.items() for node in inside}
    edges = dict.fromkeys(
        (part_of.get(source.node, f"{OUTSIDE}{source.node}"), part_of[node])
        for node in part_of
        for source, _ in graph.inputs.get(node, ())
    )
    level = _in_order(boxes, [edge for edge in edges if edge[0] != edge[1]])
    columns = _columns(level)
    return _laid(level, columns, _rows(level, columns, style), style, BREAK_INSIDE if prefix else BREAK)


def _framed(box: Box) -> Box:
    places = {node: Point(place.x + SIDE, place.y + TOP) for node, place in box.places.items()}
    return Box(places, box.width + 2 * SIDE, box.height + TOP + SIDE, box.base + TOP)


def _in_order(boxes: Mapping[str, Box], edges: Iterable[tuple[str, str]]) -> Level:
    """Return the level in running order. An edge back, out of a group and into it again, is left out."""
    inner: list[tuple[str, str]] = []
    outer: list[tuple[str, str]] = []
    for edge in edges:
        (inner if edge[0] in boxes else outer).append(edge)
    done = {name: boxes[name] for name in _running(tuple(boxes), inner)}
    rank = {name: number for number, name in enumerate(done)}
    readers = Counter(source for source, _ in outer)
    return Level(
        done,
        tuple((a, b) for a, b in inner if rank[a] < rank[b]),
        tuple((a, b) for a, b in outer if readers[a] > 1),
    )


def _running(names: Sequence[str], edges: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Return the names so that edges point forward; where they go round in a circle, the first that waits begins."""
    rank = {name: number for number, name in enumerate(names)}
    targets = _grouped(edges)
    waits = Counter(target for found in targets.values() for target in found)
    ready = [number for number, name in enumerate(names) if not waits[name]]
    heapify(ready)
    done: dict[str, None] = {}
    waiting = iter(names)
    while len(done) < len(names):
        name = names[heappop(ready)] if ready else next(one for one in waiting if one not in done)
        if name in done:
            continue
        done[name] = None
        for target in targets.get(name, ()):
            waits[target] -= 1
            if not waits[target]:
                heappush(ready, rank[target])
    return done


def _columns(level: Level) -> dict[str, int]:
    """Return the column of each part: the middle of where it can stand, so that a shortcut is below its branch.

    What has no input stands right before what reads it first.
    """
    early: dict[str, int] = {}
    for name in level.boxes:
        early[name] = max((early[source] + 1 for source in level.sources.get(name, ())), default=0)
    late: dict[str, int] = {}
    for name in reversed(tuple(level.boxes)):
        late[name] = min((late[target] - 1 for target in level.targets.get(name, ())), default=early[name])
    columns = {name: (early[name] + late[name]) // 2 for name in level.boxes}
    entered = {name for _, name in level.entries}
    for name in level.boxes.keys() - entered:
        if name not in level.sources and name in level.targets:
            columns[name] = min(columns[target] for target in level.targets[name]) - 1
    first = min(columns.values(), default=0)
    return {name: column - first for name, column in columns.items()}


def _rows(level: Level, columns: Mapping[str, int], style: Style) -> Rows:
    """Return the row of each part: the highest row of what it reads, and one lower where an edge goes past it.

    Of two that want the same row the one that is higher now has it.
    """
    ways = (*level.edges, *level.entries)
    sources, targets = _grouped((target, source) for source, target in ways), _grouped(ways)
    furthest = {source: max(columns[target] for target in found) for source, found in targets.items()}
    heights = {name: _corner(box, style).y for name, box in level.boxes.items()}
    rows = {source: 0 for source, _ in level.entries}
    taken: set[tuple[int, int]] = set()
    # What reads nothing comes last in its column, below what the network does.
    for name in sorted(level.boxes, key=lambda name: (columns[name], name not in level.sources, heights[name])):
        read = sources.get(name, ())
        row = min((rows[source] for source in read), default=0)
        row += len(read) == 1 and furthest[read[0]] > columns[name]
        while (columns[name], row) in taken:
            row += 1
        rows[name] = row
        taken.add((columns[name], row))
    return rows


def _laid(level: Level, columns: Mapping[str, int], rows: Rows, style: Style, cost: float) -> Box:
    """Return the arrangement in the lines that there are, or in those that come closest to a landscape."""
    last = max(columns.values(), default=-1)
    widths = [0.0] * (last + 1)
    for name, box in level.boxes.items():
        widths[columns[name]] = max(widths[columns[name]], box.width)
    if not widths:
        return Box({}, 0, 0)
    cuts = _cuts(level, columns)
    if style.places is None:
        tried = _tried(widths, cuts, style.gap, len(level.boxes))
    else:
        tried = [_kept(level, columns, cuts, style)]
    stacks = {lines: _stacked(level, columns, rows, lines, widths, style.gap) for lines in dict.fromkeys(tried)}
    return _filled(level, stacks[min(stacks, key=lambda lines: _badness(stacks[lines]) + cost * len(lines))])


def _badness(stack: Stack) -> float:
    return abs(math.log(stack.width / stack.height / LANDSCAPE))


def _filled(level: Level, stack: Stack) -> Box:
    places = {
        node: Point(stack.lefts[name] + at.x, stack.bases[name] - box.base + at.y)
        for name, box in level.boxes.items()
        for node, at in box.places.items()
    }
    return Box(places, stack.width, stack.height, min(stack.bases.values()))


def _cuts(level: Level, columns: Mapping[str, int]) -> tuple[int, ...]:
    """Return the columns that a line can begin with: a single tensor comes in, from the column right before."""
    entered = max((columns[target] for _, target in level.entries), default=0)
    crossing: Counter[int] = Counter()
    for source, targets in level.targets.items():
        crossing.update(range(columns[source] + 1, max(columns[target] for target in targets) + 1))
    beside = Counter(columns[source] + 1 for source in level.targets)
    last = max(columns.values(), default=0)
    return tuple(end for end in range(entered + 1, last + 1) if crossing[end] <= 1 and crossing[end] == beside[end])


def _tried(widths: Sequence[float], cuts: Sequence[int], gap: float, count: int) -> Iterable[Lines]:
    """Yield the ways to break a level of so many parts into lines, none longer than it must be."""
    wide = [sum_ + number * gap for number, sum_ in enumerate(accumulate(widths))]
    limits = [width for width in wide if width >= max(widths)] if wide[-1] > SHORT else wide[-1:]
    for limit in limits[:: 1 + len(limits) * count // MOST_LAID]:
        lines, begin = [], 0
        for end in cuts:
            if wide[end] - (wide[begin - 1] + gap if begin else 0) > limit:
                lines.append((begin, end))
                begin = end
        yield (*lines, (begin, len(widths)))


def _kept(level: Level, columns: Mapping[str, int], cuts: Iterable[int], style: Style) -> Lines:
    """Return the lines that the drawing has now: one ends where what follows stands further left, and lower."""
    ends = {columns[source] + 1: source for source in level.targets}
    lines, begin = [], 0
    for end in cuts:
        source = ends.get(end)
        if source is None or (end - begin == 1 and level.boxes[source].width == CARD):
            continue
        here = _corner(level.boxes[source], style)
        right = here.x + level.boxes[source].width - CARD - GRID
        after = [_corner(level.boxes[target], style) for target in level.targets[source]]
        if all(there.x < right and there.y > here.y for there in after):
            lines.append((begin, end))
            begin = end
    return (*lines, (begin, max(columns.values()) + 1))


def _corner(box: Box, style: Style) -> Point:
    """Return where a part would stand now to hold what is in it; the origin for one that stands nowhere yet."""
    now = style.places or EMPTY
    found = [(now[node], at) for node, at in box.places.items() if node in now]
    if not found:
        return Point(0, 0)
    return Point(min(place.x - at.x for place, at in found), min(place.y - at.y for place, at in found))


@dataclass(frozen=True)
class Stack:
    """A level in lines: the left edge of each part, how far down its first row begins, and the size of all."""

    lefts: Mapping[str, float]
    bases: Mapping[str, float]
    width: float
    height: float


def _stacked(
    level: Level, columns: Mapping[str, int], rows: Rows, lines: Lines, widths: Sequence[float], gap: float
) -> Stack:
    """Lay the lines below each other."""
    before = [0.0, *accumulate(width + gap for width in widths)]
    begins = [begin for begin, _ in lines]
    begin_of = {name: begins[bisect_right(begins, columns[name]) - 1] for name in level.boxes}
    bases: dict[str, float] = {}
    bottom = 0.0
    for _, line in sorted(_grouped((begin, name) for name, begin in begin_of.items()).items()):
        line.sort(key=lambda name: (rows[name], columns[name]))
        bottom = _stack(level, columns, rows, line, bottom, bases)
    lefts = {name: before[columns[name]] - before[begin] for name, begin in begin_of.items()}
    right = max(lefts[name] + box.width for name, box in level.boxes.items())
    return Stack(lefts, bases, right, bottom - SIDE)


def _stack(
    level: Level,
    columns: Mapping[str, int],
    rows: Rows,
    line: Sequence[str],
    top: float,
    bases: dict[str, float],
) -> float:
    """Lay every part of a line, by rows, as high as its column and its row allow; return where the next line begins."""
    floors: defaultdict[int, float] = defaultdict(lambda: top)
    highest = rows[line[0]]
    first = top + max(level.boxes[name].base for name in line if rows[name] == highest)
    begin = min(columns[name] for name in line)
    for name in line:
        box, column, row = level.boxes[name], columns[name], rows[name]
        read = level.sources.get(name, ())
        beside = [source for source in read if rows[source] == row and columns[source] >= begin]
        passed = range(min((columns[source] + 1 for source in beside), default=column), column + 1)
        level_with = max((bases[source] for source in beside), default=first + (row - highest) * ROW)
        bases[name] = max(level_with, *(floors[other] + box.base for other in passed))
        floors[column] = bases[name] - box.base + box.height + SIDE
    return max(floors.values())


def _grouped(pairs: Iterable[tuple[Key, str]]) -> dict[Key, list[str]]:
    """Return what stands second in each pair by what stands first."""
    found: dict[Key, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
