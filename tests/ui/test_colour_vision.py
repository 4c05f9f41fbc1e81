"""Colours for every kind of sight: families and states are told apart when red, green or blue is not seen.

Dichromacy is simulated with the matrices of Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB; two
colours are as far apart as they are in Oklab, times 100, of which about 2 is just seen.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from lazygui.catalog.spec import Family
from lazygui.graph.results import State
from lazygui.ui.canvas.face import STATE_WORDS
from lazygui.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme

SIGHTS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
THEMES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)
LEAST = 7.0
"""More than three times what is just seen: a tile is small."""


def linear(colour: str) -> np.ndarray:
    rgb = np.array(QColor(colour).getRgbF()[:3])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def oklab(rgb: np.ndarray) -> np.ndarray:
    to_lms = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    to_lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return to_lab @ np.cbrt(to_lms @ np.clip(rgb, 0, 1))


def apart(one: str, other: str, sight: str) -> float:
    """How far two colours are from each other for a kind of sight."""
    seen = SIGHTS[sight]
    return float(100 * np.linalg.norm(oklab(seen @ linear(one)) - oklab(seen @ linear(other))))


def test_the_simulation_takes_away_what_it_should() -> None:
    assert apart("#C00000", "#5A7000", "deuteranopia") < apart("#C00000", "#5A7000", "normal") / 2
    assert apart("#FFFFFF", "#000000", "protanopia") == pytest.approx(100, abs=2)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_families_with_colours_of_their_own_are_told_apart(theme: Theme, sight: str) -> None:
    colours = dict.fromkeys(theme.families[family] for family in Family if family in theme.families)
    close = {
        (one, other): round(distance, 1)
        for one, other in combinations(colours, 2)
        if (distance := apart(one, other, sight)) < LEAST
    }
    assert close == {}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_well_and_what_is_wrong_are_told_apart(theme: Theme, sight: str) -> None:
    assert apart(theme.ready, theme.error, sight) >= LEAST
    assert apart(theme.idle, theme.error, sight) >= LEAST
    assert apart(theme.running, theme.error, sight) >= LEAST
    assert apart(theme.half, theme.error, sight) >= LEAST
    assert apart(theme.half, theme.ready, sight) >= LEAST


def test_every_state_has_a_word_of_its_own() -> None:
    assert set(STATE_WORDS) == set(State)
    assert len(set(STATE_WORDS.values())) == len(State)
