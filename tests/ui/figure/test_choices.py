"""What may be chosen of a figure: kept as text, within bounds, and never larger than can be painted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lazygui.graph.problems import Refused
from lazygui.ui.figure.choices import LARGEST_AREA, LARGEST_SIDE, Choices, Format, format_of, pixels, read

OTHER = Choices(True, False, False, True, True, 40, 1.25, ".png")


def test_choices_are_read_as_they_were_kept() -> None:
    assert read(OTHER.text()) == OTHER
    assert read(Choices().text()) == Choices()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"is_dark": "yes", "scale": true, "margin": 24.5, "colour": "red"}',
        replace(Choices(), scale=99.0).text(),
        replace(Choices(), margin=0).text(),
        replace(Choices(), ending=".exe").text(),
    ],
)
def test_what_is_no_choice_is_as_if_nobody_had_chosen(text: str) -> None:
    assert read(text) == Choices()


@pytest.mark.parametrize(
    ("path", "format"), [("a.svg", Format.SVG), ("/b/net.v2.PDF", Format.PDF), ("图.png", Format.PNG)]
)
def test_the_ending_says_the_format(path: str, format: Format) -> None:
    assert format_of(path) is format


@pytest.mark.parametrize("path", ["a", "a.jpg", ".svg", "svg"])
def test_any_other_ending_is_refused(path: str) -> None:
    with pytest.raises(Refused) as refusal:
        format_of(path)
    assert (refusal.value.problem.code, refusal.value.problem.details["path"]) == ("figure_ending", path)


def test_a_png_has_the_size_times_the_scale() -> None:
    assert pixels(1180, 216, 1.5) == (1770, 324)


@pytest.mark.parametrize(("width", "height", "scale"), [(40_000, 100, 1.0), (20_000, 20_000, 2.0), (3000, 3000, 16.0)])
def test_a_picture_that_is_too_large_says_which_scale_would_do(width: int, height: int, scale: float) -> None:
    with pytest.raises(Refused) as refusal:
        pixels(width, height, scale)
    most = refusal.value.problem.details["scale"]
    assert isinstance(most, float)
    wide, high = pixels(width, height, most)
    assert max(wide, high) <= LARGEST_SIDE
    assert wide * high <= LARGEST_AREA
