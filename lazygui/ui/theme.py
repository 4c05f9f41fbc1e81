"""Colours and sizes by name, in two themes. The one place where a colour is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QColor, QFont

from lazygui.catalog.spec import Family

UI_FONT: Final = "Inter"
MONO_FONT: Final = "JetBrains Mono"
CJK_FONTS: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Droid Sans Fallback")

# The type scale, in pixels at zoom 1. Nothing is smaller than the last.
TITLE, HEADING, BODY, SMALL, TINY = 16, 14, 13, 12, 11

# Spacing in steps of four.
S1, S2, S3, S4 = 4, 8, 12, 16
RADIUS: Final = 10
CONTROL_RADIUS: Final = 6
EDGE, EDGE_CHOSEN, EDGE_HOVERED = 2.0, 3.0, 3.6
"""How thick the line of an edge is."""

PAPER: Final[Mapping[str, str]] = {
    "yellow": "#F2C200",
    "blue": "#4C7DFF",
    "green": "#1FA971",
    "red": "#E5484D",
    "grey": "#7B879C",
}
"""The colours of notes and frames, laid thin over the ground of either theme."""

MINIMAP: Final = (184, 124)
"""Width and height of the overview in the corner of the canvas."""

# How long things take on their way, in milliseconds, and the time between two pictures of it.
GLIDE_MS, APPEAR_MS, RING_MS, CAMERA_MS = 160, 140, 180, 160
FRAME_MS: Final = 16


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Families differ for every kind of sight; text on its ground is at least 4.5 : 1."""

    name: str
    is_dark: bool
    window: str
    panel: str
    canvas: str
    card: str
    field: str
    border: str
    border_strong: str
    hairline: str
    dots: str
    text: str
    text_muted: str
    text_faint: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    unknown: str
    hover: str
    selected_row: str
    idle: str
    running: str
    ready: str
    half: str
    """What PyTorch would have left initialized in a run that failed, and what is not kept."""
    error: str
    error_ground: str
    warning: str
    found: str
    shadow_alpha: int
    families: Mapping[Family, str]

    def family(self, family: Family) -> QColor:
        return QColor(self.families[family])

    def inferred(self) -> QColor:
        """The colour of what is inferred: lighter than what a run has shown, and darker than a side note."""
        return mixed(QColor(self.text), QColor(self.text_muted), 0.4)

    def tint(self, family: Family) -> QColor:
        """The ground of a family's tile: its colour, thin, over the card."""
        return mixed(QColor(self.card), self.family(family), 0.22 if self.is_dark else 0.14)


def mixed(ground: QColor, over: QColor, share: float) -> QColor:
    """Return `over` laid on `ground` with an opacity between 0 and 1."""
    return QColor.fromRgbF(
        *(g + (o - g) * share for g, o in zip(ground.getRgbF()[:3], over.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def _families(
    plain: str, linear: str, convolution: str, norm: str, activation: str, pooling: str, sequence: str
) -> Mapping[Family, str]:
    return {
        Family.IO: plain,
        Family.SHAPE: plain,
        Family.ATTENTION: sequence,
        Family.MERGE: plain,
        Family.MATH: plain,
        Family.LOSS: plain,
        Family.BLOCK: plain,
        Family.REGULARIZATION: plain,
        Family.LINEAR: linear,
        Family.CONVOLUTION: convolution,
        Family.NORMALIZATION: norm,
        Family.ACTIVATION: activation,
        Family.POOLING: pooling,
        Family.SEQUENCE: sequence,
    }


LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    window="#F3F4F9",
    panel="#FFFFFF",
    canvas="#F8F9FC",
    card="#FFFFFF",
    field="#F3F4F8",
    border="#DDE2EC",
    border_strong="#B9C2D0",
    hairline="#E6E9F1",
    dots="#D9DEE9",
    text="#151A2D",
    text_muted="#566078",
    text_faint="#667085",
    edge="#94A1B5",
    accent="#3954FF",
    accent_hover="#2A43E0",
    on_accent="#FFFFFF",
    unknown="#B4530A",
    hover="#EEF1F8",
    selected_row="#E4E8FF",
    idle="#64748B",
    running="#2554E8",
    ready="#0B6E4F",
    half="#AA00BB",
    error="#C81E1E",
    error_ground="#FDECEC",
    warning="#B45309",
    found="#A87400",
    shadow_alpha=34,
    families=_families("#414177", "#3954FF", "#099F97", "#724A0A", "#CF7B1A", "#63009F", "#811A3C"),
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    window="#11151D",
    panel="#1A1F2A",
    canvas="#151A23",
    card="#1E2430",
    field="#11151D",
    border="#2E3646",
    border_strong="#556178",
    hairline="#2B3342",
    dots="#2A3140",
    text="#F0F3F9",
    text_muted="#A6B0C3",
    text_faint="#8B97AC",
    edge="#6B7890",
    accent="#7EA8FF",
    accent_hover="#9ABBFF",
    on_accent="#0E1420",
    unknown="#FFB454",
    hover="#242B39",
    selected_row="#27345A",
    idle="#94A3B8",
    running="#7EA8FF",
    ready="#62F595",
    half="#FFBBFF",
    error="#FF8A80",
    error_ground="#3A1F25",
    warning="#FFC061",
    found="#FFD24D",
    shadow_alpha=110,
    families=_families("#C5CFDF", "#5E9ADD", "#50FF95", "#FFCC19", "#CE7829", "#8E5AFF", "#EA2976"),
)

LIGHT_CONTRAST: Final = replace(
    LIGHT,
    name="light-contrast",
    window="#FFFFFF",
    canvas="#FFFFFF",
    field="#FFFFFF",
    border="#5B6478",
    border_strong="#2A3144",
    hairline="#8A93A6",
    dots="#C4CBD8",
    text="#000000",
    text_muted="#2A3144",
    text_faint="#3A4256",
    edge="#3A4256",
    accent="#1F35D6",
    accent_hover="#182AB0",
    unknown="#7A3606",
    idle="#3A4256",
    running="#1B3FBF",
    ready="#095C43",
    half="#770088",
    error="#9B1212",
    warning="#7A3606",
)
"""For a weak projector: all words at least 7 : 1 on their ground."""

DARK_CONTRAST: Final = replace(
    DARK,
    name="dark-contrast",
    window="#000000",
    panel="#05070B",
    canvas="#000000",
    card="#0A0D13",
    field="#000000",
    border="#8A95AA",
    border_strong="#C3CBDA",
    hairline="#6B7690",
    dots="#3A4356",
    text="#FFFFFF",
    text_muted="#DCE2EE",
    text_faint="#C3CBDA",
    edge="#C3CBDA",
    accent="#9CBDFF",
    accent_hover="#B9D1FF",
    on_accent="#000000",
    unknown="#FFC879",
    idle="#C3CBDA",
    running="#9CBDFF",
    ready="#12B84C",
    half="#FFDDFF",
    error="#FFB0A8",
    warning="#FFD48A",
)


def ui_font(pixels: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface font, with fonts behind it that draw Chinese."""
    font = QFont()
    font.setFamilies([UI_FONT, *CJK_FONTS])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def mono_font(pixels: int = SMALL) -> QFont:
    """Return the font of shapes, numbers and code."""
    font = QFont()
    font.setFamilies([MONO_FONT, *CJK_FONTS])
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
