"""Where cards are shown while groups are collapsed: the room that hidden cards leave empty is closed up.

The document keeps every place. Pure arithmetic over snapshots; without a collapsed group all is shown where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lazygui.graph import placement
from lazygui.graph.model import Graph, Point
from lazygui.graph.view import Card, place

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A collapsed card in the document: its own place, and how far what it hides goes to the right and down."""

    place: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Band:
    """Cards side by side, from this height of the document down to the next band, and the spans left out of them."""

    top: float
    columns: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Squeeze:
    """Places of the document as they are shown, and back.

    Rows of cards are closed up each for itself: one that is folded back under another has its gaps elsewhere. `rows`
    are the spans that are left out of the height.
    """

    bands: tuple[Band, ...] = ()
    rows: tuple[Span, ...] = ()

    def shown(self, place: Point) -> Point:
        return Point(_shown(place.x, self._columns(place.y)), _shown(place.y, self.rows))

    def meant(self, place: Point) -> Point:
        """Return the place of the document that is shown here."""
        y = _meant(place.y, self.rows)
        return Point(_meant(place.x, self._columns(y)), y)

    def _columns(self, y: float) -> tuple[Span, ...]:
        return next((band.columns for band in reversed(self.bands) if band.top <= y), ())


def squeeze(groups: Iterable[Hidden], places: Iterable[Point]) -> Squeeze:
    """Return what closes the room of hidden cards. `places` are those of all cards that are shown: they keep theirs."""
    cards, taken = tuple(groups), tuple(places)
    if not cards:
        return Squeeze()
    row, grid = placement.ROW, placement.GRID
    below = [(card.place.y + row - grid, card.last.y + row - grid) for card in cards]
    heights = [(card.place.y - grid, card.last.y + row - grid) for card in cards]
    heights += [(place.y - grid, place.y + row - grid) for place in taken]
    return Squeeze(
        tuple(Band(top, _columns(cards, taken, top, bottom)) for top, bottom in _joined(heights)),
        _free(below, [(place.y - grid, place.y + row - grid) for place in taken]),
    )


def _columns(groups: Iterable[Hidden], places: Iterable[Point], top: float, bottom: float) -> tuple[Span, ...]:
    """Return what is left out of the cards whose places lie between two heights."""
    column, grid = placement.COLUMN, placement.GRID
    beside = [card for card in groups if top <= card.place.y < bottom]
    wide = [(card.place.x + column - grid, card.last.x + column - grid) for card in beside]
    return _free(wide, [(place.x - grid, place.x + column - grid) for place in places if top <= place.y < bottom])


def _free(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts of the spans that nothing has taken, in order."""
    barred = _joined(taken)
    found: list[Span] = []
    for start, end in _joined(spans):
        for low, high in barred:
            if high <= start or low >= end:
                continue
            if low > start:
                found.append((start, low))
            start = max(start, high)
        if start < end:
            found.append((start, end))
    return tuple(found)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same ground in spans that do not touch."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _shown(position: float, spans: tuple[Span, ...]) -> float:
    return position - sum(min(end, position) - start for start, end in spans if start < position)


def _meant(position: float, spans: tuple[Span, ...]) -> float:
    for start, end in spans:
        if position <= start:
            break
        position += end - start
    return position


def hidden(graph: Graph, card: Card) -> Hidden:
    """Return a collapsed card with the room of all that it holds."""
    places = [graph.place(member) for member in card.members]
    return Hidden(place(graph, card), Point(max(one.x for one in places), max(one.y for one in places)))
