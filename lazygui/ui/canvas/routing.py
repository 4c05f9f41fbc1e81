"""Which way an edge goes from an output to an input: through no card that it need not cross. Pure arithmetic.

Knows neither Qt nor the graph: cards are boxes by name. A way depends on where cards are now, never on how they came
there, so an undo brings every line back.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeAlias, TypeVar

Spot: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

CLEAR = 10.0
"""How far a line keeps from cards: half the height of the pill on it. It fits between cards with twice that between."""
AIR = 8.0
"""How much farther it keeps where nothing else is near, for the ring of selection."""
NEAR = 6.0
"""How close a cubic may come to a card."""
LOOP_BELOW = 24.0
"""An input that lies less to the right than this is reached from behind, around both cards."""
REACH = 20.0
SHIFT, SHIFTS = 8.0, 3
LOW = 576.0
"""How far beside its card a line turns: a little farther for each of three rows that it comes from."""
LEVEL, LEVELS = 22.0, 3
SPAN = 672.0
"""How far apart lanes are of lines that skip two, four, six and more cards: what is on them does not touch."""
STUB = 12.0
"""How far beside its card a line turns where there is little room."""
PILL = (40.0, 10.0)
"""Half of the room that a shape takes on its line, mostly."""
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
"""Where on a cubic its pill may stand, the best first."""
STEPS = 16
BANDS = (400.0, 1600.0, 6400.0)
"""How far beside its ends a lane is looked for, first near and then farther away."""
MOST_LESSONS, MOST_KNOWN = 16, 24
"""How often and of how many cards a search learns before it gives up: the plainest way is shown then."""
TURN = 40.0
"""How much longer a way may be to save a turn."""
CELL = 384.0

K = TypeVar("K", bound=Hashable)


class Ground(Generic[K]):
    """Boxes by name in a grid of cells, so that a look at a place costs little however large the drawing is."""

    def __init__(self) -> None:
        self._boxes: dict[K, Box] = {}
        self._cells: dict[tuple[int, int], dict[K, Box]] = {}

    def __len__(self) -> int:
        return len(self._boxes)

    def __iter__(self) -> Iterator[K]:
        return iter(self._boxes)

    def box(self, name: K) -> Box | None:
        return self._boxes.get(name)

    def extent(self) -> Box:
        """Return the box around all, empty where there is none."""
        if not self._boxes:
            return 0.0, 0.0, 0.0, 0.0
        lefts, tops, rights, bottoms = zip(*self._boxes.values(), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def put(self, name: K, box: Box) -> None:
        """Have a box under this name, in the place of what was."""
        self.drop(name)
        self._boxes[name] = box
        for cell in _cells(box):
            self._cells.setdefault(cell, {})[name] = box

    def drop(self, name: K) -> None:
        before = self._boxes.pop(name, None)
        for cell in _cells(before) if before else ():
            held = self._cells[cell]
            del held[name]
            if not held:
                del self._cells[cell]

    def near(self, box: Box) -> dict[K, Box]:
        """Return what overlaps a box; what touches it does not."""
        left, top, right, bottom = box
        found: dict[K, Box] = {}
        for cell in _cells(box):
            held = self._cells.get(cell)
            if held:
                for name, other in held.items():
                    if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top:
                        found[name] = other
        return found


def _cells(box: Box) -> list[tuple[int, int]]:
    rows = range(int(box[1] // CELL), int(box[3] // CELL) + 1)
    return [(column, row) for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1) for row in rows]


@dataclass(frozen=True, slots=True)
class Way:
    """A way with rounded corners, or one cubic without any. `middle` is where the shape stands.

    `looked` is the ground that was asked: cards that come, go or move outside it change nothing.
    """

    corners: tuple[Spot, ...]
    middle: Spot
    looked: Box

    def moved(self, dx: float, dy: float) -> Way:
        """Return the same way elsewhere."""
        if not (dx or dy):
            return self
        left, top, right, bottom = self.looked
        corners = tuple([(x + dx, y + dy) for x, y in self.corners])
        return Way(corners, (self.middle[0] + dx, self.middle[1] + dy), (left + dx, top + dy, right + dx, bottom + dy))


def route(start: Spot, end: Spot, ground: Ground[str], ends: Iterable[str] = ()) -> Way:
    """Return the way from an output to an input between cards. `ends` are the cards that it leaves and reaches."""
    is_forward = end[0] - start[0] >= LOOP_BELOW
    looked = _span(start, end, PILL[0])
    if is_forward:
        near = ground.near(looked)
        own = frozenset(ends)
        if not _cubic_crosses(start, end, [box for name, box in near.items() if name not in own]):
            return Way((), _cubic_middle(start, end, near.values()), looked)
    way = _by_lane(start, end, ground)
    if way is None and _is_open(start, end, ground):
        way = _by_search(start, end, ground, ends)
    if way is not None:
        return way
    return Way((), cubic_at(start, end, 0.5), looked) if is_forward else _behind(start, end)


def cubic_reach(start: Spot, end: Spot) -> float:
    """Return how far the handles of a cubic stand out of its ends."""
    return max(28.0, (end[0] - start[0]) * 0.5)


def cubic_at(start: Spot, end: Spot, t: float) -> Spot:
    """Return a point of the cubic between two ends, `t` from 0 to 1."""
    s, reach = 1 - t, cubic_reach(start, end)
    first, second, third, fourth = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    x = first * start[0] + second * (start[0] + reach) + third * (end[0] - reach) + fourth * end[0]
    return x, (first + second) * start[1] + (third + fourth) * end[1]


def crossed(points: Iterable[Spot], ground: Ground[K]) -> dict[K, Box]:
    """Return what straight lines from point to point run through, or come too close to on either side."""
    found: dict[K, Box] = {}
    for one, other in pairwise(points):
        box = _span(one, other, 0.0)
        aside = (0.0, CLEAR, 0.0, CLEAR) if one[1] == other[1] else (CLEAR, 0.0, CLEAR, 0.0)
        found.update(ground.near((box[0] - aside[0], box[1] - aside[1], box[2] + aside[2], box[3] + aside[3])))
    return found


def _span(one: Spot, other: Spot, margin: float) -> Box:
    """The box around two points: written out, for it is asked for most of all."""
    left, right = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
    top, bottom = (one[1], other[1]) if one[1] < other[1] else (other[1], one[1])
    return left - margin, top - margin, right + margin, bottom + margin


def _around(points: Iterable[Spot], margin: float) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _cubic_crosses(start: Spot, end: Spot, cards: Iterable[Box]) -> bool:
    whole = _span(start, end, NEAR)
    others = [box for box in cards if _overlap(whole, box)]
    if not others or start[1] == end[1]:
        return bool(others)
    here = start
    for step in range(1, STEPS + 1):
        before, here = here, cubic_at(start, end, step / STEPS)
        piece = _span(before, here, NEAR)
        if any(_overlap(piece, other) for other in others):
            return True
    return False


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _cubic_middle(start: Spot, end: Spot, cards: Iterable[Box]) -> Spot:
    """The place nearest the middle where the pill covers no card; the middle itself where there is none."""
    for t in PLACES:
        x, y = cubic_at(start, end, t)
        pill = x - PILL[0], y - PILL[1], x + PILL[0], y + PILL[1]
        if not any(_overlap(pill, card) for card in cards):
            return x, y
    return cubic_at(start, end, 0.5)


def _is_open(start: Spot, end: Spot, ground: Ground[str]) -> bool:
    """Whether both ends can be reached at all: no other card lies on or right before a port."""
    stubs = (start, (start[0] + STUB, start[1])), ((end[0] - STUB, end[1]), end)
    return not any(crossed(stub, ground) for stub in stubs)


# One lane along the cards


def _by_lane(start: Spot, end: Spot, ground: Ground[str]) -> Way | None:
    """The way along one lane above, below or between the cards, if one is free; the shortest of them."""
    is_forward = end[0] > start[0]
    reach = REACH if is_forward else _turn(LOW)
    left, right = sorted((start[0] + reach, end[0] - reach))
    airs = _airs(end[0] - start[0])
    found = _free_lanes({start[1], end[1]}, left - CLEAR, right + CLEAR, airs, ground)
    # Lines that part look calmer where they part late; a way back belongs to the row that it goes to.
    held = start[1] if is_forward else end[1]
    found.sort(key=lambda y: (abs(y - start[1]) + abs(y - end[1]), abs(y - held), y))
    for lane in found:
        out, into = start[0] + _turn(abs(lane - start[1])), end[0] - _turn(abs(lane - end[1]))
        points = start, (out, start[1]), (out, lane), (into, lane), (into, end[1]), end
        # The lane itself is free.
        if not (crossed(points[:3], ground) or crossed(points[3:], ground)):
            looked = _around((start, end, *((x, y) for x in (left, right) for y in found)), 2 * CLEAR + airs[0])
            return Way(_bends(points), ((out + into) / 2, lane), looked)
    return None


def _turn(height: float) -> float:
    """How far beside its card a line turns that goes so far up or down: those from farther away turn farther out."""
    return REACH + SHIFT * min(int(height / LOW * SHIFTS), SHIFTS)


def _airs(length: float) -> tuple[float, ...]:
    """How far the lane of a line so long keeps from cards, at best and at worst: it goes around shorter ones."""
    levels = min(max(int((length - SPAN / 2) / SPAN), 0), LEVELS)
    return *(AIR + LEVEL * level for level in range(levels, -1, -1)), 0.0


def _free_lanes(
    heights: Collection[float], left: float, right: float, airs: Sequence[float], ground: Ground[str]
) -> list[float]:
    """The free heights next to these, above and below, or these where nothing is."""
    found: list[float] = []
    for band in BANDS:
        top, bottom = min(heights) - band, max(heights) + band
        spans = _taken(ground.near((left, top, right, bottom)).values())
        above, below = [top, *(end for _, end in spans)], [*(start for start, _ in spans), bottom]
        lanes = [lane for y in heights for lane in _beside(y, spans, above, below, airs)]
        found = [lane for lane in lanes if top + CLEAR <= lane <= bottom - CLEAR]
        if found:
            break
    return sorted({*found})


def _taken(cards: Iterable[Box]) -> list[tuple[float, float]]:
    """The heights that no line can have for cards, in spans from above to below."""
    spans: list[tuple[float, float]] = []
    for top, bottom in sorted([(box[1] - CLEAR, box[3] + CLEAR) for box in cards]):
        if spans and top < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], bottom)
        else:
            spans.append((top, bottom))
    return spans


def _beside(
    y: float,
    spans: Sequence[tuple[float, float]],
    above: Sequence[float],
    below: Sequence[float],
    airs: Sequence[float],
) -> tuple[float, ...]:
    """The heights at both sides of the span that a height is in. `above` and `below` bound the room beside spans."""
    for place, (start, end) in enumerate(spans):
        if start < y < end:
            up = next((start - air for air in airs if start - air >= above[place]), start)
            down = next((end + air for air in airs if end + air <= below[place + 1]), end)
            return up, down
    return (y,)


def _bends(points: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The points between the ends where the way turns; those that it goes straight through are left out."""
    bends = [points[0]]
    for here, after in pairwise(points[1:]):
        before = bends[-1]
        is_straight = before[0] == here[0] == after[0] or before[1] == here[1] == after[1]
        if not is_straight and here != before:
            bends.append(here)
    return tuple(bends[1:])


def _behind(start: Spot, end: Spot) -> Way:
    """A way back where ports are covered, so that no way is clear: round the lower of both ends."""
    lane = max(start[1], end[1]) + 148
    out, into = start[0] + 32, end[0] - 32
    corners = (out, start[1]), (out, lane), (into, lane), (into, end[1])
    return Way(corners, ((out + into) / 2, lane), _around((start, end, *corners), CLEAR))


# Any way at all


def _by_search(start: Spot, end: Spot, ground: Ground[str], ends: Iterable[str]) -> Way | None:
    """The shortest way with few turns around the cards that are in the way. It learns of them by running into them."""
    first, last = (start[0] + STUB, start[1]), (end[0] - STUB, end[1])
    known = {name: box for name in ends if (box := ground.box(name))}
    looked = _span(start, end, LOW / SHIFTS)
    for _ in range(MOST_LESSONS):
        found = _shortest(first, last, known)
        if found is None:
            return None
        points = (start, *found, end)
        looked = _around((looked[:2], looked[2:], *points), CLEAR)
        lessons = crossed(points, ground)
        if len(known) > MOST_KNOWN:
            return None
        if lessons.keys() <= known.keys():
            return Way(_bends(points), _longest_middle(points), looked)
        known.update(lessons)
    return None


def _longest_middle(points: tuple[Spot, ...]) -> Spot:
    """The middle of the longest level piece, for there a pill has most room."""
    level = [(one, other) for one, other in pairwise(_joined(points)) if one[1] == other[1]]
    one, other = max(level, key=lambda piece: abs(piece[1][0] - piece[0][0]))
    return (one[0] + other[0]) / 2, one[1]


def _joined(points: tuple[Spot, ...]) -> tuple[Spot, ...]:
    return points[0], *_bends(points), points[-1]


RIGHT, LEFT, DOWN, UP = (1, 0), (-1, 0), (0, 1), (0, -1)
Step: TypeAlias = tuple[int, int, tuple[int, int]]
"""A crossing of two lines by its numbers, and how one came to it."""


def _shortest(first: Spot, last: Spot, cards: Mapping[str, Box]) -> tuple[Spot, ...] | None:
    """The shortest way over the lines that pass close to cards. It begins to the right and does not end to the left."""
    boxes = [(box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR) for box in cards.values()]
    xs = sorted({first[0], last[0], *(x for box in boxes for x in (box[0], box[2]))})
    ys = sorted({first[1], last[1], *(y for box in boxes for y in (box[1], box[3]))})
    across, down = {x: i for i, x in enumerate(xs)}, {y: j for j, y in enumerate(ys)}
    barred = _barred(boxes, across, down)
    goal = across[last[0]], down[last[1]]
    begin: Step = across[first[0]], down[first[1]], RIGHT
    came: dict[Step, Step | None] = {begin: None}
    costs = {begin: 0.0}
    heap = [(0.0, begin)]
    while heap:
        _, here = heapq.heappop(heap)
        i, j, heading = here
        if (i, j) == goal and heading != LEFT:
            return _walked(here, came, xs, ys)
        for way in (RIGHT, LEFT, DOWN, UP):
            k, m = i + way[0], j + way[1]
            is_back = way[0] == -heading[0] and way[1] == -heading[1]
            piece = ((i, j), (k, m)) if way in (RIGHT, DOWN) else ((k, m), (i, j))
            if is_back or not (0 <= k < len(xs) and 0 <= m < len(ys)) or piece in barred:
                continue
            cost = costs[here] + abs(xs[k] - xs[i]) + abs(ys[m] - ys[j]) + (TURN if way != heading else 0.0)
            there = k, m, way
            if cost < costs.get(there, float("inf")):
                costs[there], came[there] = cost, here
                heapq.heappush(heap, (cost + abs(xs[k] - last[0]) + abs(ys[m] - last[1]), there))
    return None


def _barred(boxes: Iterable[Box], across: Mapping[float, int], down: Mapping[float, int]) -> set[tuple[Spot, Spot]]:
    """The pieces between neighbouring crossings of lines that lie within a card's surroundings, from low to high."""
    found: set[tuple[Spot, Spot]] = set()
    for box in boxes:
        left, top, right, bottom = across[box[0]], down[box[1]], across[box[2]], down[box[3]]
        found.update(((i, j), (i + 1, j)) for i in range(left, right) for j in range(top + 1, bottom))
        found.update(((i, j), (i, j + 1)) for i in range(left + 1, right) for j in range(top, bottom))
    return found


def _walked(here: Step, came: Mapping[Step, Step | None], xs: Sequence[float], ys: Sequence[float]) -> tuple[Spot, ...]:
    points = []
    step: Step | None = here
    while step is not None:
        points.append((xs[step[0]], ys[step[1]]))
        step = came[step]
    return tuple(reversed(points))
