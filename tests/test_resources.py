"""The files that are not Python are found, and their absence is said."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from lazygui import resources


def test_a_folder_of_the_assets_is_found() -> None:
    assert resources.path("fonts").is_dir()


@pytest.mark.parametrize(
    "name",
    [
        "Inter-Regular.otf",
        "Inter-Medium.otf",
        "Inter-SemiBold.otf",
        "Inter-LICENSE.txt",
        "JetBrainsMono-Regular.ttf",
        "JetBrainsMono-Medium.ttf",
        "JetBrainsMono-LICENSE.txt",
    ],
)
def test_every_font_and_licence_is_there_and_small(name: str) -> None:
    assert 1_000 < resources.path(f"fonts/{name}").stat().st_size < 150_000


def test_what_is_absent_is_named_with_the_places_looked_at() -> None:
    with pytest.raises(FileNotFoundError, match=r"'no/such\.png' is neither in .*lazygui.assets nor .*assets"):
        resources.path("no/such.png")


@pytest.mark.parametrize(
    ("file", "family", "style"),
    [
        ("Inter-Regular.otf", "Inter", "Regular"),
        ("Inter-Medium.otf", "Inter", "Medium"),
        ("Inter-SemiBold.otf", "Inter", "SemiBold"),
        ("JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular"),
        ("JetBrainsMono-Medium.ttf", "JetBrains Mono", "Medium"),
    ],
)
def test_every_font_has_the_name_that_the_theme_asks_for_and_the_signs_of_shapes(
    qapp: QApplication, file: str, family: str, style: str
) -> None:
    font = QRawFont(str(resources.path(f"fonts/{file}")), 14)
    assert (font.familyName(), font.styleName()) == (family, style)
    assert [sign for sign in "×−ε→≤≥…·∞±√µσ∑²" if not font.supportsCharacter(ord(sign))] == []
