"""What a figure is of, what a person may choose of it and within which bounds. Pure; knows no Qt."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from enum import Enum
from pathlib import PurePath
from typing import Any, Final

from lazygui.graph.model import Graph
from lazygui.graph.problems import refuse
from lazygui.graph.results import Results

SCALES: Final = (0.05, 16.0)
"""Pixels of a PNG for each pixel of the canvas at 100 %."""
MARGINS: Final = (12, 400)
"""Less would cut off shadows, and shapes on edges that lead around the drawing."""
LARGEST_SIDE: Final = 32_767
"""Beyond so many pixels Qt cannot paint."""
LARGEST_AREA: Final = 2**27
"""A picture of so many pixels takes half a gigabyte."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is of. `results` are looked at and left alone."""

    graph: Graph
    results: Results
    title: str
    collapsed: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    """The nodes that are chosen in the window, or asked for by name."""
    comments: frozenset[str] = frozenset()
    """The comments that are chosen."""


class Format(Enum):
    """What a figure can be written as, by the ending of its file."""

    SVG = ".svg"
    PDF = ".pdf"
    PNG = ".png"


ENDINGS: Final = tuple(known.value for known in Format)


@dataclass(frozen=True, slots=True)
class Choices:
    """How a figure shall be. `margin` is in pixels of the canvas; `scale` counts for PNG alone."""

    is_dark: bool = False
    has_shapes: bool = True
    has_histograms: bool = True
    of_selection: bool = False
    """The chosen nodes alone, and what connects them; all there is while nothing is chosen."""
    is_transparent: bool = False
    margin: int = 24
    scale: float = 2.0
    ending: str = ".svg"
    """Of the file that was written last."""

    def text(self) -> str:
        """Return what `read` makes these choices of."""
        return json.dumps(asdict(self))


def read(text: str) -> Choices:
    """Return the choices that a text keeps. Of what is none, nobody has chosen anything."""
    try:
        stored = json.loads(text)
    except ValueError:
        return Choices()
    kept = stored.items() if isinstance(stored, dict) else ()
    kinds = {field.name: type(field.default) for field in fields(Choices)}
    known: dict[str, Any] = {name: value for name, value in kept if type(value) is kinds.get(name)}
    choices = Choices(**known)
    is_sound = (
        MARGINS[0] <= choices.margin <= MARGINS[1]
        and SCALES[0] <= choices.scale <= SCALES[1]
        and choices.ending in ENDINGS
    )
    return choices if is_sound else Choices()


def demand_nodes(subject: Subject) -> None:
    """Raise Refused where there is nothing to draw."""
    if not subject.graph.nodes:
        raise refuse("figure_empty")


def format_of(path: str) -> Format:
    """Return the format that the ending of a file asks for. Raises Refused when it is none."""
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        raise refuse("figure_ending", path=path)
    return Format(ending)


def pixels(width: float, height: float, scale: float) -> tuple[int, int]:
    """Return the size of a PNG. Raises Refused, with the largest scale that would do, when none can be so large."""
    wide, high = round(width * scale), round(height * scale)
    if max(wide, high) > LARGEST_SIDE or wide * high > LARGEST_AREA:
        raise refuse("picture_too_large", width=wide, height=high, scale=largest_scale(width, height))
    return max(wide, 1), max(high, 1)


def largest_scale(width: float, height: float, area: int = LARGEST_AREA) -> float:
    """Return the largest scale, in hundredths, at which a PNG has at most so many pixels and can be painted."""
    most = min(LARGEST_SIDE / max(width, height), math.sqrt(area / (width * height)))
    return math.floor(most * 100) / 100
